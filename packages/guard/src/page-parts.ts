// The two pieces that go into a page: state, style and script first in the head; notice and the way back at the end of the body.
import type { ConsentState, Declaration, ProfileId } from '@candor/core';
import { html, renderBanner, renderHtml, renderNoticeStyles, renderWayBack, sha256Hex } from '@candor/core';
import { encodeLatin1 } from './bytes.ts';
import type { GuardOptions } from './contract.ts';
import type { FaultLog } from './fault-log.ts';
import { withFallback } from './fault-log.ts';
import { firstOf } from './header-list.ts';
import { asciiJson, asciiMarkup } from './html/ascii.ts';
import type { DocumentKind } from './html/document.ts';
import type { HtmlParts } from './html/inject.ts';
import type { Judge } from './judge.ts';
import { pickLanguage } from './language.ts';
import type { Visit } from './visit.ts';

/** The stylesheet of the notice as the guard serves it. */
export type Stylesheet = { readonly path: string; readonly body: string };

/** Renders what goes into pages. `parts` is null without a declaration: there is nothing to say then. */
export type PageParts = {
  readonly stylesheet: Stylesheet | null;
  readonly scriptPath: string;
  parts(
    visit: Visit,
    consent: ConsentState,
    page: { readonly kind: DocumentKind; readonly nonce: string | null; readonly afterMeta: boolean },
  ): HtmlParts | null;
};

type NoticeOf = (language: string, profile: ProfileId) => Parameters<typeof renderBanner>[0] | null;

/** Notices by language and profile, compiled once each. */
function createNotices(judge: Judge, declaration: Declaration, declarationId: string): NoticeOf {
  const notices = new Map<string, ReturnType<NoticeOf>>();
  return (language, profile) => {
    const key = `${language} ${profile}`;
    const known = notices.get(key);
    if (known !== undefined) return known;
    const compiled = judge.deciders.compileNotice(declaration, { language, profile, declarationId });
    const notice = compiled.ok ? compiled.value : null;
    notices.set(key, notice);
    return notice;
  };
}

function stylesheetOf(declaration: Declaration, faults: FaultLog): Stylesheet | null {
  return withFallback(
    faults,
    'NOTICE_FAILED',
    () => {
      const body = renderNoticeStyles(declaration.notice.theme);
      return { path: `${declaration.site.prefix}/assets/notice-${sha256Hex(body).slice(0, 12)}.css`, body };
    },
    () => null,
  );
}

/** Where the client asset is served: behind the prefix, unless its path begins with it. */
export function assetPath(prefix: string, path: string): string {
  return path.startsWith(`${prefix}/`) ? path : `${prefix}${path.startsWith('/') ? '' : '/'}${path}`;
}

function renderHead(
  state: string,
  stylesheet: Stylesheet | null,
  script: { readonly path: string; readonly sha256: string },
  nonce: string | null,
): string {
  const nonceAttribute = nonce === null ? null : html` nonce="${nonce}"`;
  const link = stylesheet === null ? null : html`<link rel="stylesheet" href="${stylesheet.path}"${nonceAttribute}>`;
  const tag = html`<script src="${script.path}" integrity="sha256-${script.sha256}"${nonceAttribute}></script>`;
  return `<script type="application/json" id="candor-state">${asciiJson(state)}</script>${asciiMarkup(renderHtml(html`${link}${tag}`))}`;
}

/** Compiles what is the same for every page; the rest is rendered per response. */
export function createPageParts(options: GuardOptions, judge: Judge, faults: FaultLog): PageParts {
  const { declaration, rules } = judge;
  const scriptPath = assetPath(rules.prefix, options.clientAsset.path);
  if (declaration === null) return { stylesheet: null, scriptPath, parts: () => null };
  const prefix = declaration.site.prefix;
  const stylesheet = stylesheetOf(declaration, faults);
  const noticeOf = createNotices(judge, declaration, options.declaration?.id ?? '');
  const fixed = { prefix, onGrant: declaration.notice.onGrant, onWithdraw: declaration.notice.onWithdraw };
  const enforcement = JSON.stringify(rules);
  const stateOf = (consent: ConsentState): string => {
    const varying = JSON.stringify({ consent, sweep: judge.deciders.sweepPlan(rules, consent), ...fixed });
    return `{"enforcement":${enforcement},${varying.slice(1)}`;
  };
  const tailOf = (visit: Visit, consent: ConsentState): string => {
    const language = pickLanguage(declaration.languages, visit.cookie('django_language'), firstOf(visit.headers, 'accept-language'));
    const notice = noticeOf(language, visit.profile);
    if (notice === null) {
      faults.record('NOTICE_FAILED');
      return '';
    }
    const banner = consent.ask
      ? renderBanner(notice, { action: `${prefix}/preferences`, returnTo: visit.target.forwarded, gpc: visit.gpc })
      : null;
    return asciiMarkup(renderHtml(html`${banner}${renderWayBack(notice)}`));
  };
  return {
    stylesheet,
    scriptPath,
    parts: (visit, consent, { kind, nonce, afterMeta }) =>
      withFallback(
        faults,
        'NOTICE_FAILED',
        () => {
          const head = renderHead(stateOf(consent), stylesheet, { path: scriptPath, sha256: options.clientAsset.sha256 }, nonce);
          const tail =
            kind === 'page'
              ? withFallback(
                  faults,
                  'NOTICE_FAILED',
                  () => tailOf(visit, consent),
                  () => '',
                )
              : '';
          return { head: encodeLatin1(head), tail: encodeLatin1(tail), afterMeta };
        },
        () => null,
      ),
  };
}
