// The two pieces that go into a page: state, style and script first in the head; question and way back at the end of the body.
import type { ConsentState, Declaration } from '@candor/core';
import { html, renderHtml, renderNoticeStyles, sha256Hex } from '@candor/core';
import { encodeLatin1 } from './bytes.ts';
import type { GuardOptions } from './contract.ts';
import type { FaultLog } from './fault-log.ts';
import { withFallback } from './fault-log.ts';
import { asciiJson, asciiMarkup } from './html/ascii.ts';
import type { DocumentKind } from './html/document.ts';
import type { HtmlParts } from './html/inject.ts';
import type { Judge } from './judge.ts';
import { createSpokenNotice } from './spoken-notice.ts';
import type { Visit } from './visit.ts';

/** The stylesheet of the notice as the guard serves it. */
export type Stylesheet = { readonly path: string; readonly body: string };

/** What a page is, for what goes into it. The nonce is that of the site's own policy. */
export type PageFacts = { readonly kind: DocumentKind; readonly nonce: string | null; readonly afterMeta: boolean };

/** Renders what goes into pages. `parts` is null without a declaration: there is nothing to say then. */
export type PageParts = {
  readonly stylesheet: Stylesheet | null;
  readonly scriptPath: string;
  /** What the script asks for after a choice: this visitor's consent and what to sweep, as JSON text. */
  state(consent: ConsentState): string;
  parts(visit: Visit, consent: ConsentState, page: PageFacts): HtmlParts | null;
};

function compileStylesheet(declaration: Declaration): Stylesheet {
  const body = renderNoticeStyles(declaration.notice.theme);
  return { path: `${declaration.site.prefix}/assets/notice-${sha256Hex(body).slice(0, 12)}.css`, body };
}

/** Where the client asset is served: behind the prefix, unless its path begins with it. */
export function assetPath(prefix: string, path: string): string {
  return path.startsWith(`${prefix}/`) ? path : `${prefix}${path.startsWith('/') ? '' : '/'}${path}`;
}

function renderAssets(
  stylesheet: Stylesheet | null,
  script: { readonly path: string; readonly sha256: string },
  nonce: string | null,
): string {
  const nonceAttribute = nonce === null ? null : html` nonce="${nonce}"`;
  const link = stylesheet === null ? null : html`<link rel="stylesheet" href="${stylesheet.path}"${nonceAttribute}>`;
  const tag = html`<script src="${script.path}" integrity="sha256-${script.sha256}"${nonceAttribute}></script>`;
  return asciiMarkup(renderHtml(html`${link}${tag}`));
}

/** Compiles what is the same for every page; the rest is rendered per response. */
export function createPageParts(options: GuardOptions, judge: Judge, faults: FaultLog): PageParts {
  const { declaration, rules, deciders } = judge;
  const script = { path: assetPath(judge.prefix, options.client.page.path), sha256: options.client.page.sha256 };
  if (declaration === null) return { stylesheet: null, scriptPath: script.path, state: () => 'null', parts: () => null };
  const safely = <T>(step: () => T): T | null => withFallback<T | null>(faults, 'NOTICE_FAILED', step, () => null);
  const stylesheet = safely(() => compileStylesheet(declaration));
  const notice = createSpokenNotice(judge, faults, { declaration, id: options.declaration?.id ?? '' });
  const { onGrant, onWithdraw } = declaration.notice;
  const fixed = JSON.stringify({ enforcement: rules, prefix: judge.prefix, onGrant, onWithdraw });
  const changing = (consent: ConsentState): object => ({ consent, sweep: deciders.sweepPlan(rules, consent) });
  const stateFor = (visit: Visit, consent: ConsentState): string => {
    const varying = JSON.stringify({ ...changing(consent), words: notice.words(visit) });
    return asciiJson(`${fixed.slice(0, -1)},${varying.slice(1)}`);
  };
  return {
    stylesheet,
    scriptPath: script.path,
    state: (consent) => safely(() => JSON.stringify(changing(consent))) ?? 'null',
    parts: (visit, consent, { kind, nonce, afterMeta }) =>
      safely(() => {
        const state = `<script type="application/json" id="candor-state">${stateFor(visit, consent)}</script>`;
        const tail = kind === 'page' ? asciiMarkup(notice.markup(visit, consent)) : '';
        return { head: encodeLatin1(state + renderAssets(stylesheet, script, nonce)), tail: encodeLatin1(tail), afterMeta };
      }),
  };
}
