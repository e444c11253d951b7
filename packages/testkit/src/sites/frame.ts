// What the corpus adds to the pages that families write: head, question, links, settings page and policy page.
import type { Declaration } from '@candor/core';
import { compilePolicy, identifyDeclaration, renderPolicyPage } from '@candor/core';
import { answerButton } from './notice.ts';
import { answerScript } from './page-scripts.ts';
import type { Page, SiteParts, Stored, Visit } from './site.ts';
import type { Variation } from './variation.ts';
import type { NoticeWords } from './words.ts';
import { isRightToLeft, noticeWords } from './words.ts';

/** A site while its pages are written. */
export type Framing = {
  readonly variation: Variation;
  readonly parts: SiteParts;
  readonly title: string;
  readonly declaration: Declaration | null;
};

const wordsOf = (language: string): NoticeWords =>
  Object.entries<NoticeWords>(noticeWords).find(([known]) => known === language)?.[1] ?? noticeWords.en;

const isStored = (item: { readonly name: string }): item is Stored => 'store' in item;

/** A whole document. */
export function renderDocument({ parts, title: siteTitle }: Framing, visit: Visit, page: Page): string {
  const language = page.language ?? parts.notice?.language ?? 'en';
  const direction = isRightToLeft(language) ? ' dir="rtl"' : '';
  const notice = parts.notice ?? null;
  const words = wordsOf(language);
  const asks = notice !== null && page.bare !== true;
  const sweeps = (parts.sweeps ?? []).filter(isStored);
  const script = asks ? `<script>${answerScript(sweeps)}</script>` : '';
  const question = asks && visit.phase === 'unasked' ? notice.markup(visit) : '';
  const settings = notice === null ? '' : `<a href="/cookies/preferences">${words.settings}</a> `;
  const footer = page.bare === true ? '' : `<footer><p>${settings}<a href="/cookies/policy">${words.policy}</a></p></footer>`;
  return `<!doctype html>
<html lang="${language}"${direction}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title ?? siteTitle}</title><link rel="icon" href="data:,">${page.head ?? ''}${script}</head>
<body style="font:16px/1.5 sans-serif;color:#1a1a1a;background:#fff;margin:24px"><main>${page.main}</main>${footer}${question}</body></html>`;
}

/** The page on which an answer is given again or taken back. */
export function renderPreferences(framing: Framing, visit: Visit): string {
  const { variation, parts } = framing;
  const words = wordsOf(parts.notice?.language ?? 'en');
  const style = '<style>main button{min-width:160px;min-height:44px;font:inherit;color:#fff;background:#1d4f91;border:0}</style>';
  const control =
    visit.phase === 'accepted'
      ? answerButton(variation.mark('back'), 'back', words.withdraw)
      : `${answerButton(variation.mark('again-yes'), 'yes', words.accept[0])} ${answerButton(variation.mark('again-no'), 'no', words.reject[0])}`;
  const text = `<h1>${words.settings}</h1><p>${words.text[0]}</p><p>${control}</p>`;
  return renderDocument(
    {
      ...framing,
      parts: { ...parts, notice: parts.notice === undefined || parts.notice === null ? null : { ...parts.notice, markup: () => '' } },
    },
    visit,
    { main: text, head: style },
  );
}

/** The policy page that the declaration compiles to, or a sentence where there is none to compile. */
export function renderPolicy(framing: Framing, visit: Visit): string {
  const { declaration } = framing;
  const language = declaration?.languages[0] ?? 'en';
  const view =
    declaration === null
      ? null
      : compilePolicy(declaration, { language, profile: declaration.profiles.default, declarationId: identifyDeclaration(declaration) });
  if (view?.ok === true) return renderPolicyPage(view.value).replace('</head>', '<link rel="icon" href="data:,"></head>');
  return renderDocument(framing, visit, { main: `<h1>${wordsOf(language).policy}</h1>` });
}
