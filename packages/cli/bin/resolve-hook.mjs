// Registered after tsx, so it is asked first. In a checkout it resolves Candor's packages to their source; everywhere it lets a
// declaration outside any project import `candor`, and treats TypeScript files as modules whatever the nearest package.json says.
let inCheckout = false;

export function initialize(data) {
  inCheckout = data.inCheckout;
}

const ours = /^(candor|@candor\/[a-z]+)(\/.*)?$/;
// TypeScript, and JavaScript that was asked for as a module because its text is one (see run-config).
const modules = /\.m?tsx?(\?|$)|\.jsx?\?(candor-read=\d+&)?candor-module$/;

async function resolveOurs(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (error) {
    if (error?.code !== 'ERR_MODULE_NOT_FOUND' || !ours.test(specifier)) throw error;
    return next(specifier, { ...context, parentURL: import.meta.url });
  }
}

export async function resolve(specifier, context, next) {
  const conditions = inCheckout ? ['@candor/source', ...context.conditions] : context.conditions;
  const found = await resolveOurs(specifier, { ...context, conditions }, next);
  return modules.test(found.url) ? { ...found, format: 'module' } : found;
}
