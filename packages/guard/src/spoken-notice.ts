// The notice in a visitor's language: compiled once per language and profile, rendered per page.
import type { ConsentState, Declaration, NoticeView, PageWords, ProfileId } from '@candor/core';
import { renderBanner, renderHtml, renderWayBack } from '@candor/core';
import type { FaultLog } from './fault-log.ts';
import { withFallback } from './fault-log.ts';
import { firstOf } from './header-list.ts';
import type { Judge } from './judge.ts';
import { pickLanguage } from './language.ts';
import type { Visit } from './visit.ts';

/** The question, empty where none is to be put, and the way back. */
export type NoticeMarkup = { readonly banner: string; readonly wayBack: string };

/** The notice for visitors. Where it fails, words and markup are empty and the fault is recorded. */
export type SpokenNotice = {
  words(visit: Visit): PageWords;
  markup(visit: Visit, consent: ConsentState): NoticeMarkup;
};

type Notice = NoticeView | null;

const SILENCE: PageWords = { allow: '', saved: '', failed: '', receipt: '', close: '', purposes: {} };
const NO_MARKUP: NoticeMarkup = { banner: '', wayBack: '' };

function wordsOf(notice: Notice): PageWords {
  if (notice === null) return SILENCE;
  const asked = notice.purposes.filter(({ choice }) => choice === 'ask');
  const purposes = Object.fromEntries(asked.map(({ id, name, text }) => [id, `${name}. ${text}`]));
  const { allow, saved, failed, receipt, close } = notice.labels;
  return { allow, saved, failed, receipt, close, purposes };
}

function createNotices(judge: Judge, declaration: Declaration, declarationId: string): (language: string, profile: ProfileId) => Notice {
  const notices = new Map<string, Notice>();
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

/** Prepares the notice of a declaration. */
export function createSpokenNotice(
  judge: Judge,
  faults: FaultLog,
  source: { readonly declaration: Declaration; readonly id: string },
): SpokenNotice {
  const { declaration, id } = source;
  const { prefix } = declaration.site;
  const notices = createNotices(judge, declaration, id);
  const safely = <T>(step: () => T, fallback: T): T => withFallback(faults, 'NOTICE_FAILED', step, () => fallback);
  const noticeFor = (visit: Visit): Notice => {
    const language = pickLanguage(declaration.languages, visit.cookie('django_language'), firstOf(visit.headers, 'accept-language'));
    const notice = safely(() => notices(language, visit.profile), null);
    if (notice === null) faults.record('NOTICE_FAILED');
    return notice;
  };
  return {
    words: (visit) => wordsOf(noticeFor(visit)),
    markup: (visit, consent) => {
      const notice = noticeFor(visit);
      if (notice === null) return NO_MARKUP;
      const { gpc } = visit;
      const form = { action: `${prefix}/preferences`, returnTo: visit.target.forwarded, gpc };
      return safely(
        () => ({
          banner: consent.ask ? renderHtml(renderBanner(notice, form)) : '',
          wayBack: renderHtml(renderWayBack(notice, { gpc: gpc && !consent.ask })),
        }),
        NO_MARKUP,
      );
    },
  };
}
