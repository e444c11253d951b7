// What travels before the question can be answered, and what follows when the preference centre is opened.
import type { Entry, Site } from '../entry.ts';
import { heroPath } from '../page.ts';
import type { Visitors } from '../visits.ts';
import { holds, isVisible } from '../visits.ts';
import type { Kind, Size } from './sizes.ts';
import { addSizes, sizeOf, takeApart } from './sizes.ts';

/** The sizes of one entry. Each file is compressed by itself; what is in the HTML is one stream, and again part by part. */
export type Bytes = {
  readonly total: Size;
  readonly files: readonly (Size & { readonly path: string; readonly kind: Kind })[];
  readonly inserted: Size;
  readonly parts: { readonly [K in Exclude<Kind, 'other'>]: Size };
  /** Files that were asked for and are not there. */
  readonly missing: readonly string[];
  /** What follows by itself when the question is there. */
  readonly later: readonly (Size & { readonly path: string; readonly kind: Kind })[];
  /** What opening the preference centre asks for; null where there is none or it is a page of its own that did not open. */
  readonly centre: readonly (Size & { readonly path: string; readonly kind: Kind })[] | null;
};

const kinds: { readonly [type: string]: Kind } = { script: 'script', stylesheet: 'style', document: 'html', fetch: 'other', xhr: 'other' };

type File = { readonly path: string; readonly kind: Kind; readonly body: Buffer };

const measureFile = ({ path, kind, body }: File): Size & { readonly path: string; readonly kind: Kind } => ({
  ...sizeOf(body),
  path,
  kind,
});

/** Reads an entry's files off the network and measures them with what is in the HTML. */
export async function measureBytes(visitors: Visitors, entry: Entry, site: Site): Promise<Bytes> {
  const inserted = await entry.inserted();
  const apart = takeApart(inserted.join(''));
  const { before, later, centre, missing } = await collectFiles(visitors, entry, site);
  const files = before.map(measureFile);
  const stream = sizeOf(inserted.join(''));
  return {
    total: addSizes([stream, ...files]),
    files,
    missing,
    inserted: stream,
    parts: { state: sizeOf(apart.state), script: sizeOf(apart.script), style: sizeOf(apart.style), html: sizeOf(apart.html) },
    later: later.map(measureFile),
    centre: centre?.map(measureFile) ?? null,
  };
}

type Collected = {
  readonly missing: readonly string[];
  readonly before: readonly File[];
  readonly later: readonly File[];
  readonly centre: readonly File[] | null;
};

function collectFiles(visitors: Visitors, entry: Entry, site: Site): Promise<Collected> {
  return visitors.visit({ probe: entry }, async ({ page, usable }) => {
    const pending: Promise<File | null>[] = [];
    const missing: string[] = [];
    page.on('response', (response) => {
      const { origin, pathname: path } = new URL(response.url());
      if (origin !== site.origin || path === heroPath) return;
      if (response.status() >= 400) missing.push(path);
      const kind = kinds[response.request().resourceType()] ?? 'other';
      pending.push(
        response.body().then(
          (body) => ({ path, kind, body }),
          () => null,
        ),
      );
    });
    const taken = async (): Promise<readonly File[]> => (await Promise.all(pending.splice(0))).filter((file) => file !== null);
    await page.goto(`${site.origin}/`, { waitUntil: 'load' });
    await usable();
    // The document itself is measured by what was put into it.
    const before = (await taken()).filter(({ kind }) => kind !== 'html');
    // Half a second without a request.
    await page.waitForLoadState('networkidle');
    const later = await taken();
    const { preferences } = entry;
    if (preferences === null) return { missing, before, later, centre: null };
    await preferences.open(page);
    const opened = await holds(() => isVisible(page, preferences.selector));
    return { missing, before, later, centre: opened ? await taken() : null };
  });
}
