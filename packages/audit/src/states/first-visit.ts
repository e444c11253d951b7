// S0: a visitor who answers nothing; and the search for the pages that the other states visit too.
import { callInPage } from '../collect/page-script.ts';
import { findLinks } from '../injected/find-links.ts';
import { within } from '../within.ts';
import type { Discovery } from './discovery.ts';
import { chooseNext } from './pages.ts';
import type { Plan } from './plan.ts';
import { isOwnHost } from './plan.ts';
import type { Visitor } from './visitor.ts';

/** Opens the home page and up to `plan.pages` others, telling each as it is chosen. False where the home page could not be seen. */
export async function visitFirst(visitor: Visitor, plan: Plan, discovery: Discovery): Promise<boolean> {
  const { home } = plan;
  if (!(await visitor.open(home.href))) return false;
  const status = visitor.visits.at(-1)?.status ?? null;
  if (status !== null && status >= 400) {
    visitor.report({ code: 'AUDIT_HTTP_STATUS', message: `"${home.href}" answered ${status}: nothing can be said about the site` });
    return false;
  }
  discovery.reach();
  const choosing = { isOwnHost: (host: string) => isOwnHost(plan, host), prefix: plan.declaration?.site.prefix ?? null };
  const links = new Set<string>(await readLinks(visitor));
  const chosen: string[] = [];
  while (chosen.length < plan.pages) {
    const next = chooseNext([...links], [home.href, visitor.visits[0]?.url ?? home.href, ...chosen], choosing);
    if (next === null) break;
    chosen.push(next);
    discovery.find(next);
    if (await visitor.open(next)) for (const link of await readLinks(visitor)) links.add(link);
  }
  await visitor.open(new URL(missingPath, home).href);
  return true;
}

// Error pages are made elsewhere than pages, and are where a site forgets what it declares.
const missingPath = '/no-such-page-anywhere';

async function readLinks(visitor: Visitor): Promise<readonly string[]> {
  const links: readonly string[] = await within(visitor.page().evaluate<readonly string[]>(callInPage(findLinks)), 8000, []);
  return links.map((link) => link.split('#')[0] ?? link);
}
