// What goes into a page that is the same for everybody, and what its script is told of the visitor afterwards. A cache knows addresses
// and not visitors: the language is the first that is declared, the profile the default.
import type { ConsentState, NoticeView, PageConsent, PageState } from '@candor/core';
import type { HeaderList } from '../header-list.ts';
import type { HtmlParts } from '../html/place.ts';
import type { Judge } from '../judge.ts';
import type { Visit } from '../request/visit.ts';
import type { FaultLog } from '../watch/fault-log.ts';
import { encodeParts, renderAssets, sheetsFor } from './assemble.ts';
import type { NoticeStyles } from './notice-styles.ts';
import type { Notices } from './notices.ts';
import type { WordFiles } from './page-words.ts';
import type { SharedPages } from './shared-pages.ts';
import { renderOwnQuestion, renderSharedNotice } from './spoken-notice.ts';
import { renderStateBlock } from './state-block.ts';

/** What such pages are rendered with. `stateOf` compiles the state for the words at an address. */
export type SharedSetting = {
  readonly judge: Judge;
  readonly faults: FaultLog;
  readonly notices: Notices;
  readonly words: WordFiles;
  readonly styles: NoticeStyles | null;
  readonly stateOf: (words: string) => PageState;
};

/** What goes into one, and a mark of it for validators. */
export type MarkedParts = { readonly parts: HtmlParts; readonly mark: string };

/** Renders them. */
export type SharedParts = {
  /** Null where the notice or the script cannot be in the page: it would ask nobody then. */
  parts(visit: Visit, headers: HeaderList): MarkedParts | null;
  /** What a visitor is told besides what holds for them. */
  own(visit: Visit, consent: ConsentState): Omit<PageConsent, 'consent'>;
};

/** Prepares them for a declaration. */
export function createSharedParts(shared: SharedPages, setting: SharedSetting): SharedParts {
  const { notices, words, styles, stateOf } = setting;
  const { languages, profiles } = shared.declaration;
  const [language] = languages;
  const held = (): NoticeView | null => notices.find(language, profiles.default);
  let block: string | undefined;
  return {
    parts: (visit, headers) => {
      const notice = held();
      const assets = renderAssets(setting, { visit, headers }, sheetsFor(styles, true));
      if (notice === null || assets.script === null) return null;
      block ??= renderStateBlock(stateOf(words.pathOf(language, profiles.default)));
      const parts = encodeParts({ block, assets, notice: renderSharedNotice(notice, visit) }, headers);
      return { parts, mark: shared.markOf(block + assets.script + assets.style) };
    },
    own: (visit, consent) => {
      const spoken = notices.languageOf(visit);
      const notice = notices.find(spoken, visit.profile);
      const question = notice === null ? undefined : renderOwnQuestion({ held: held(), spoken: notice }, visit, consent);
      return { words: words.pathOf(spoken, visit.profile), ...(question === undefined ? {} : { question }) };
    },
  };
}
