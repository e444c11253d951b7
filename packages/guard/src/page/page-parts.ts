// The three pieces that go into a page: state, scripts and styles first in the head; the question first in the body; the way back last.
import type { ConsentState, Declaration, PageStateOptions, ProfileId } from '@candor/core';
import type { FilterOptions } from '../contract.ts';
import type { HeaderList } from '../header-list.ts';
import type { DocumentKind } from '../html/document.ts';
import type { HtmlParts } from '../html/place.ts';
import type { Judge } from '../judge.ts';
import type { Visit } from '../request/visit.ts';
import type { FaultLog } from '../watch/fault-log.ts';
import { withFallback } from '../watch/fault-log.ts';
import { encodeParts, renderAssets, sheetsFor } from './assemble.ts';
import { compileStyles } from './notice-styles.ts';
import { createNotices } from './notices.ts';
import { createWordFiles } from './page-words.ts';
import { createProjectionSettings } from './projection-settings.ts';
import type { ServedFile } from './served-files.ts';
import { collectFiles } from './served-files.ts';
import type { MarkedParts } from './shared-parts.ts';
import { createSharedParts } from './shared-parts.ts';
import { NO_MARKUP, renderNotice } from './spoken-notice.ts';
import { createStateBlocks } from './state-block.ts';

/** What a page is, for what goes into it: its kind, and the head that it goes out with. */
export type PageFacts = { readonly kind: DocumentKind; readonly headers: HeaderList };

/** Renders what goes into pages. `parts` is null without a declaration: there is nothing to say then. */
export type PageParts = {
  /** A file that pages refer to, or null. */
  file(path: string): ServedFile | null;
  /** What the script asks for after a choice: this visitor's consent, as JSON text. */
  state(consent: ConsentState): string;
  /** The same for a page that did not know its visitor: with the words and the question for them. */
  sharedState(visit: Visit, consent: ConsentState): string;
  parts(visit: Visit, consent: ConsentState, page: PageFacts): HtmlParts | null;
  /** What goes into a page that is the same for everybody; null where it cannot be made. */
  shared(visit: Visit, headers: HeaderList): MarkedParts | null;
};

/** What holds every page of one declaration together. */
type Setting = { readonly options: FilterOptions; readonly judge: Judge; readonly faults: FaultLog };

/** Profiles that a page of this guard is usually made under. */
function usualProfiles({ profiles }: Declaration, { region }: FilterOptions): readonly ProfileId[] {
  return [...new Set([profiles.default, ...profiles.offered, ...Object.values(region?.profiles ?? {})])];
}

function createDeclaredParts(declaration: Declaration, setting: Setting): PageParts {
  const { options, judge, faults } = setting;
  const { rules, deciders, scripts } = judge;
  const safely = <T>(step: () => T): T | null => withFallback<T | null>(faults, 'NOTICE_FAILED', step, () => null);
  const styles = safely(() => compileStyles(declaration));
  const files = collectFiles(scripts, styles);
  const notices = createNotices(judge, faults, { declaration, id: options.declaration?.id ?? '' });
  const preferencesStyles = styles?.preferences.path ?? '';
  const words = createWordFiles(declaration, notices, { profiles: usualProfiles(declaration, options), preferencesStyles });
  const projections = createProjectionSettings(declaration, options.region);
  const stateFor = (consent: ConsentState, wordsPath: string): PageStateOptions => ({
    enforcement: rules,
    consent,
    files: { more: scripts.more.path, words: wordsPath },
    projections: projections(consent.profile),
  });
  const blockOf = createStateBlocks((consent, wordsPath) => deciders.compilePageState(declaration, stateFor(consent, wordsPath)));
  const { shared } = judge;
  const sharedParts =
    shared &&
    createSharedParts(shared, {
      ...{ judge, faults, notices, words, styles },
      stateOf: (wordsPath) => deciders.compilePageState(shared.declaration, { ...stateFor(shared.consent, wordsPath), shared: true }),
    });
  return {
    file: (path) => files.get(path) ?? words.find(path),
    state: (consent) => safely(() => JSON.stringify(deciders.compilePageConsent(consent))) ?? 'null',
    sharedState: (visit, consent) =>
      safely(() => JSON.stringify(deciders.compilePageConsent(consent, sharedParts?.own(visit, consent)))) ?? 'null',
    shared: (visit, headers) => sharedParts && safely(() => sharedParts.parts(visit, headers)),
    parts: (visit, consent, { kind, headers }) =>
      safely(() => {
        const language = notices.languageOf(visit);
        const notice = notices.find(language, visit.profile);
        const markup = notice === null || kind !== 'page' ? null : safely(() => renderNotice(notice, visit, consent));
        const spoken = markup ?? NO_MARKUP;
        const block = blockOf(consent, words.pathOf(language, visit.profile));
        const assets = renderAssets(setting, { visit, headers }, sheetsFor(styles, spoken.banner !== ''));
        return encodeParts({ block, assets, notice: spoken }, headers);
      }),
  };
}

/** Compiles what is the same for every page; the rest is rendered per response. */
export function createPageParts(options: FilterOptions, judge: Judge, faults: FaultLog): PageParts {
  if (judge.declaration !== null) return createDeclaredParts(judge.declaration, { options, judge, faults });
  const files = collectFiles(judge.scripts, null);
  return { file: (path) => files.get(path) ?? null, state: () => 'null', sharedState: () => 'null', parts: () => null, shared: () => null };
}
