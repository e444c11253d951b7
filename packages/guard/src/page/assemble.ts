// The three pieces of a page, put together out of what was rendered for it.
import { encodeLatin1 } from '../bytes.ts';
import type { HeaderList } from '../header-list.ts';
import { has } from '../header-list.ts';
import { lacksCharset } from '../html/document.ts';
import type { HtmlParts } from '../html/place.ts';
import type { Judge } from '../judge.ts';
import type { Visit } from '../request/visit.ts';
import { readSitePolicies } from '../response/site-policy.ts';
import type { FaultLog } from '../watch/fault-log.ts';
import { renderInPage } from './in-page.ts';
import type { NoticeStyles, Stylesheet } from './notice-styles.ts';
import type { NoticeMarkup } from './spoken-notice.ts';

const POLICIES = ['content-security-policy', 'content-security-policy-report-only'] as const;

/** Whose page it is as far as its assets go: its address, and the head that it goes out with. */
export type Place = { readonly visit: Visit; readonly headers: HeaderList };

/** Scripts and styles as elements; null for scripts that a policy of the site keeps out. */
export type Assets = { readonly script: string | null; readonly style: string };

/** The stylesheets of a page; those of the question where it may stand in it. */
export function sheetsFor(styles: NoticeStyles | null, asks: boolean): readonly Stylesheet[] {
  if (styles === null) return [];
  return asks ? [styles.page, styles.banner] : [styles.page];
}

const plainAssets = new WeakMap<Judge, Map<number, Assets>>();

/** The elements of our scripts and styles; what a policy of the site keeps out is recorded. */
export function renderAssets(
  setting: { readonly judge: Judge; readonly faults: FaultLog },
  place: Place,
  sheets: readonly Stylesheet[],
): Assets {
  if (POLICIES.some((name) => has(place.headers, name))) return renderUnderPolicies(setting, place, sheets);
  // Where the site has no policy they are the same in every page; the sheets differ by how many there are.
  const kept = plainAssets.get(setting.judge) ?? new Map<number, Assets>();
  plainAssets.set(setting.judge, kept);
  const assets = kept.get(sheets.length) ?? renderUnderPolicies(setting, place, sheets);
  kept.set(sheets.length, assets);
  return assets;
}

function renderUnderPolicies(
  { judge, faults }: { readonly judge: Judge; readonly faults: FaultLog },
  { visit, headers }: Place,
  sheets: readonly Stylesheet[],
): Assets {
  const place = { policies: readSitePolicies(headers), authority: visit.target.authority };
  const script = renderInPage('script', judge.scripts.inPage, place);
  if (script === null) faults.record('SCRIPT_KEPT_OUT');
  const style = renderInPage(
    'style',
    sheets.filter(({ body }) => body !== ''),
    place,
  );
  if (style === null) faults.record('STYLES_KEPT_OUT');
  return { script, style: style ?? '' };
}

const heads = new WeakMap<Assets, Map<string, Uint8Array>>();
const tails = new Map<string, Uint8Array>();
const KEPT = 512;

function keep(kept: Map<string, Uint8Array>, text: string, make: () => Uint8Array): Uint8Array {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const bytes = make();
  if (kept.size >= KEPT) kept.clear();
  kept.set(text, bytes);
  return bytes;
}

/** What a page gets, by name: its state, scripts and styles, and the notice. */
export type Pieces = { readonly block: string; readonly assets: Assets; readonly notice: NoticeMarkup };

/** The pieces as bytes. States and ways back are few, and the same texts each time. */
export function encodeParts({ block, assets, notice }: Pieces, headers: HeaderList): HtmlParts {
  const known = heads.get(assets) ?? new Map<string, Uint8Array>();
  heads.set(assets, known);
  return {
    head: keep(known, block, () => encodeLatin1(block + (assets.script ?? '') + assets.style)),
    top: encodeLatin1(notice.banner),
    tail: keep(tails, notice.wayBack, () => encodeLatin1(notice.wayBack)),
    afterMeta: lacksCharset(headers),
  };
}
