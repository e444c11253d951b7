// Candor as a server renders it: the real guard in front of the same page.
import type { Page } from 'playwright-core';
import { askFor } from '../ask.ts';
import type { Entry, Stage, Surroundings } from '../entry.ts';
import { findInsertions } from '../insertions.ts';
import { gatedFrameUrl, gatedInline, gatedScriptUrl, renderPage } from '../page.ts';
import { holds, isVisible } from '../visits.ts';
import { siteHost } from '../words.ts';
import { declarePage, declareReference } from './candor-declaration.ts';
import { findFreePort } from './free-port.ts';
import { openGuarded } from './guarded-site.ts';
import { openWithoutServer } from './without-server.ts';

/** The page's gated content as Candor's gates read it. */
export function renderCandorGated(surroundings: Surroundings): string {
  return `<script type="text/plain" data-candor-purpose="audience">${gatedInline}</script>
<script type="text/plain" data-candor-purpose="audience" data-src="${gatedScriptUrl(surroundings)}"></script>
<iframe data-candor-purpose="embeds" data-src="${gatedFrameUrl(surroundings)}" title="Map" width="480" height="200"></iframe>
`;
}

const centre = 'dialog[open], [data-candor="centre"], .candor-preferences';

async function openCentre(page: Page): Promise<void> {
  const inBanner = page.locator('#candor-notice [data-candor="preferences"]');
  await ((await inBanner.count()) > 0 ? inBanner : page.locator('[data-candor="way-back"]')).first().click();
  await page.locator(centre).first().waitFor();
}

/** As a visitor does it: the button where the page has one, else the one behind the permanent way back. */
async function withdraw(page: Page): Promise<void> {
  const button = page.locator('[data-candor="withdraw"]').first();
  if (!(await button.isVisible())) {
    await page.locator('[data-candor="way-back"]').first().click();
    await holds(() => isVisible(page, '[data-candor="withdraw"]'));
  }
  await button.click();
}

/** How Candor is used, in every mode. */
export const candorHandles = {
  kind: 'candor',
  version: '',
  banner: '#candor-notice',
  accept: { selector: '#candor-notice [data-candor="accept"]' },
  reject: { selector: '#candor-notice [data-candor="reject"]' },
  preferences: { selector: centre, open: openCentre },
  withdraw,
} as const;

/** What the guard adds to the page under the declaration that sizes are measured with. */
async function findInserted(surroundings: Surroundings): Promise<readonly string[]> {
  const page = renderPage({ head: '', gated: renderCandorGated(surroundings), tail: '' });
  const site = await openGuarded({ declaration: declareReference(), page, port: await findFreePort() });
  try {
    const html = await askFor(site.origin, '/');
    const pieces = findInsertions(page, html);
    if (pieces === null) throw new Error('The guard changed the page besides adding to it');
    return pieces;
  } finally {
    await site.close();
  }
}

/** The guarded page; alone, the same page with the guard taken away. */
export function candorRendered(surroundings: Surroundings): Entry {
  const page = renderPage({ head: '', gated: renderCandorGated(surroundings), tail: '' });
  const guard = async (variant: Stage['variant'], also: readonly string[]): ReturnType<typeof openGuarded> => {
    const port = await findFreePort();
    return openGuarded({ declaration: declarePage(surroundings, variant, [`http://${siteHost}:${port}`, ...also]), page, port });
  };
  return {
    ...candorHandles,
    name: 'Candor, rendered',
    inserted: () => findInserted(surroundings),
    open: ({ variant, alone }) => (alone ? openWithoutServer('/cookies', (origin) => guard(variant, [origin])) : guard(variant, [])),
  };
}
