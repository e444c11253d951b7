// The three pieces that go into a page: state, scripts and styles first in the head; the question first in the body; the way back last.
import type { ConsentState, PageFiles } from '@candor/core';
import { encodeLatin1 } from './bytes.ts';
import type { ClientScripts } from './client-scripts.ts';
import type { GuardOptions } from './contract.ts';
import type { FaultLog } from './fault-log.ts';
import { withFallback } from './fault-log.ts';
import type { HeaderList } from './header-list.ts';
import { asciiJson, asciiMarkup } from './html/ascii.ts';
import type { DocumentKind } from './html/document.ts';
import { lacksCharset } from './html/document.ts';
import type { HtmlParts } from './html/place.ts';
import { renderInPage } from './in-page.ts';
import type { Judge } from './judge.ts';
import type { NoticeStyles, Stylesheet } from './notice-styles.ts';
import { compileStyles } from './notice-styles.ts';
import { createProjectionSettings } from './projection-settings.ts';
import { readSitePolicies } from './site-policy.ts';
import { createSpokenNotice } from './spoken-notice.ts';
import type { Visit } from './visit.ts';

/** What a page is, for what goes into it: its kind, and the head that it goes out with. */
export type PageFacts = { readonly kind: DocumentKind; readonly headers: HeaderList };

/** A file that pages refer to. */
export type ServedFile = { readonly path: string; readonly type: 'text/javascript' | 'text/css'; readonly body: string };

/** Renders what goes into pages. `parts` is null without a declaration: there is nothing to say then. */
export type PageParts = {
  readonly files: readonly ServedFile[];
  /** What the script asks for after a choice: this visitor's consent and what to sweep, as JSON text. */
  state(consent: ConsentState): string;
  parts(visit: Visit, consent: ConsentState, page: PageFacts): HtmlParts | null;
};

const isFilled = ({ body }: Stylesheet): boolean => body !== '';

function filesOf({ more }: ClientScripts, styles: NoticeStyles | null): PageFiles {
  return { more: { src: more.path, sha256: more.sha256 }, preferencesStyles: styles?.preferences.path ?? '' };
}

function servedFiles({ inPage, more }: ClientScripts, styles: NoticeStyles | null): readonly ServedFile[] {
  const sheets = styles === null ? [] : [styles.page, styles.banner, styles.preferences].filter(isFilled);
  return [
    ...[...inPage, more].map(({ path, body }) => ({ path, body, type: 'text/javascript' as const })),
    ...sheets.map(({ path, body }) => ({ path, body, type: 'text/css' as const })),
  ];
}

/** Compiles what is the same for every page; the rest is rendered per response. */
export function createPageParts(options: GuardOptions, judge: Judge, faults: FaultLog): PageParts {
  const { declaration, rules, deciders, scripts } = judge;
  if (declaration === null) return { files: servedFiles(scripts, null), state: () => 'null', parts: () => null };
  const safely = <T>(step: () => T): T | null => withFallback<T | null>(faults, 'NOTICE_FAILED', step, () => null);
  const styles = safely(() => compileStyles(declaration));
  const files = filesOf(scripts, styles);
  const notice = createSpokenNotice(judge, faults, { declaration, id: options.declaration?.id ?? '' });
  const projections = createProjectionSettings(declaration, options.region);
  const stateFor = (visit: Visit, consent: ConsentState): string => {
    const words = notice.words(visit);
    const state = deciders.compilePageState(declaration, {
      enforcement: rules,
      consent,
      words,
      files,
      projections: projections(visit.profile),
    });
    return `<script type="application/json" id="candor-state">${asciiJson(JSON.stringify(state))}</script>`;
  };
  return {
    files: servedFiles(scripts, styles),
    state: (consent) => safely(() => JSON.stringify(deciders.compilePageConsent(rules, consent))) ?? 'null',
    parts: (visit, consent, { kind, headers }) =>
      safely(() => {
        const place = { policies: readSitePolicies(headers), authority: visit.target.authority };
        const { banner, wayBack } = kind === 'page' ? notice.markup(visit, consent) : { banner: '', wayBack: '' };
        const script = renderInPage('script', scripts.inPage, place);
        if (script === null) faults.record('SCRIPT_KEPT_OUT');
        const sheets = styles === null ? [] : [styles.page, ...(banner === '' ? [] : [styles.banner])];
        const style = renderInPage('style', sheets.filter(isFilled), place);
        if (style === null) faults.record('STYLES_KEPT_OUT');
        return {
          head: encodeLatin1(`${stateFor(visit, consent)}${script ?? ''}${style ?? ''}`),
          top: encodeLatin1(asciiMarkup(banner)),
          tail: encodeLatin1(asciiMarkup(wayBack)),
          afterMeta: lacksCharset(headers),
        };
      }),
  };
}
