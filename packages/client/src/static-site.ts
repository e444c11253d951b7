// The files for a site without a server: one script for the head of each page, and what it loads when it is needed.
import type { Declaration, Html, ProfileId, Result } from '@candor/core';
import {
  compileEnforcement,
  compileNotice,
  compilePageState,
  compilePageWords,
  compileTerms,
  html,
  renderBanner,
  renderHtml,
  renderNoticeStyles,
  renderPreferences,
  renderStylePart,
  renderWayBack,
  resolveConsent,
  succeed,
} from '@candor/core';
import { staticAssets } from './static-asset.ts';
import type { StaticPlan, StaticWords } from './static-plan.ts';

/** One file to be served beside the others. */
export type StaticFile = { readonly path: string; readonly type: string; readonly body: string };

/** For which visitors: one language, under one profile. Other regions get files of their own. */
export type StaticOptions = { readonly language: string; readonly profile: ProfileId; readonly declarationId: string };

/** What a site without a server cannot hold; told wherever these files are made. */
export const staticLimits: readonly string[] = [
  'Cookies that a server sets are not dropped, and HttpOnly cookies are not removed on withdrawal',
  'Nothing can be chosen with scripts off',
  'Safari keeps a choice that a script wrote for 7 days, and the question comes back then',
  'There is no log, so there are no receipts',
];

/**
 * The files, the script first: `candor.<language>.<profile>.js` goes into the head of each page before any other script, without
 * async or defer; the others lie beside it. Fails where the notice has no words in the language.
 */
export function compileStaticSite(declaration: Declaration, options: StaticOptions): Result<readonly StaticFile[]> {
  const { language, profile } = options;
  const notice = compileNotice(declaration, options);
  if (!notice.ok) return notice;
  const name = `${language}.${profile}`;
  const files = { more: 'candor.more.js', words: `candor.${name}.json`, preferences: `candor.${name}.html`, styles: 'candor.css' };
  const consent = resolveConsent(declaration, { profile, choice: null, gpc: false, now: 0 });
  const state = compilePageState(declaration, {
    enforcement: compileEnforcement(declaration),
    consent,
    files: { more: files.more, words: files.words },
    projections: {},
  });
  const { theme } = declaration.notice;
  const form = { action: '', returnTo: '', gpc: false };
  const plan: StaticPlan = {
    ...state,
    // No policy header of ours narrows such a page, so nothing has to be loaded anew for a yes.
    onGrant: 'live',
    terms: compileTerms(declaration, profile),
    markup: { banner: renderHtml(renderBanner(notice.value, form)), wayBack: renderHtml(renderWayBack(notice.value)) },
    styles: renderStylePart(theme, 'page') + renderStylePart(theme, 'banner'),
    preferences: files.preferences,
  };
  const { texts, states } = notice.value;
  const words: StaticWords = { ...compilePageWords(notice.value, files.styles), states, adopting: adoptingOf(declaration) };
  const centre = renderPreferences(notice.value, { action: '', returnTo: '', state: consent });
  return succeed([
    { path: `candor.${name}.js`, type: 'text/javascript', body: `(CANDOR=>{${staticAssets.page}})(${JSON.stringify(plan)});\n` },
    { path: files.more, type: 'text/javascript', body: staticAssets.more },
    { path: files.words, type: 'application/json', body: `${JSON.stringify(words)}\n` },
    { path: files.preferences, type: 'text/html', body: renderHtml(renderPage(language, texts.preferencesTitle, centre)) },
    { path: files.styles, type: 'text/css', body: renderNoticeStyles(theme) },
  ]);
}

// Choices are made over a page that has the script; this is where the words are.
function renderPage(language: string, title: string, centre: Html): Html {
  return html`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="candor.css"></head><body>${centre}</body></html>\n`;
}

function adoptingOf({ purposes, profiles, notice, ...rest }: Declaration): StaticWords['adopting'] {
  const bare = Object.entries(purposes).map(([id, purpose]) => [id, { ...purpose, name: {}, text: {}, consequence: {} }]);
  const adopting = { purposes: Object.fromEntries(bare), profiles, notice: { ...notice, texts: {} } };
  return rest.switching === undefined ? adopting : { ...adopting, switching: rest.switching };
}
