// The declaration, compiled once for the notice: words and policy in both languages, the rules for expiry, the styles.
import type { Enforcement, NoticeView, PolicyView, ProfileId, Result } from '@candor/core';
import { compileEnforcement, compileNotice, compilePolicy, identifyDeclaration, policyStyles, renderNoticeStyles } from '@candor/core';
import declaration from '../../candor.config.ts';
import type { Language } from '../catalog/dataset.ts';
import { PortalError } from '../errors.ts';

/** Everything the notice is made of. */
export type Compiled = {
  readonly declarationId: string;
  readonly profile: ProfileId;
  readonly rules: Enforcement;
  readonly notices: { readonly [L in Language]: NoticeView };
  readonly policies: { readonly [L in Language]: PolicyView };
  readonly styles: string;
};

function expectCompiled<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new PortalError('PORTAL_DECLARATION_BROKEN', result.issues.map((issue) => `${issue.code} ${issue.path}`).join(', '));
}

/** Compiles candor.config.ts under its default profile; throws PORTAL_DECLARATION_BROKEN when it does not compile. */
export function compileDeclaration(): Compiled {
  const declarationId = identifyDeclaration(declaration);
  const profile = declaration.profiles.default;
  const notice = (language: Language): NoticeView => expectCompiled(compileNotice(declaration, { language, profile, declarationId }));
  const policy = (language: Language): PolicyView => expectCompiled(compilePolicy(declaration, { language, profile, declarationId }));
  return {
    declarationId,
    profile,
    rules: compileEnforcement(declaration),
    notices: { en: notice('en'), fr: notice('fr') },
    policies: { en: policy('en'), fr: policy('fr') },
    styles: `${renderNoticeStyles(declaration.notice.theme)}\n${policyStyles()}`,
  };
}
