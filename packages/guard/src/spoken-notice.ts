// The notice in a visitor's language: compiled once per language and profile, rendered per page.
import type { ConsentState, Declaration, NoticeView, ProfileId } from '@candor/core';
import { html, renderBanner, renderHtml, renderWayBack } from '@candor/core';
import type { FaultLog } from './fault-log.ts';
import { withFallback } from './fault-log.ts';
import { firstOf } from './header-list.ts';
import type { Judge } from './judge.ts';
import { pickLanguage } from './language.ts';
import type { Visit } from './visit.ts';

/** The few words that the script needs: on what waits for a yes, by purpose, and after a choice. */
export type ScriptWords = { readonly allow: string; readonly saved: string; readonly purposes: { readonly [id: string]: string } };

/** The notice for visitors. Where it fails, words and markup are empty and the fault is recorded. */
export type SpokenNotice = {
  words(visit: Visit): ScriptWords;
  /** The question where one is to be put, and the way back. */
  markup(visit: Visit, consent: ConsentState): string;
};

type Notice = NoticeView | null;

function wordsOf(notice: Notice): ScriptWords {
  const asked = notice?.purposes.filter(({ choice }) => choice === 'ask') ?? [];
  const purposes = Object.fromEntries(asked.map(({ id, name, text }) => [id, `${name}. ${text}`]));
  return { allow: notice?.labels.allow ?? '', saved: notice?.labels.saved ?? '', purposes };
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
      if (notice === null) return '';
      const { gpc } = visit;
      const form = { action: `${prefix}/preferences`, returnTo: visit.target.forwarded, gpc };
      return safely(
        () => renderHtml(html`${consent.ask && renderBanner(notice, form)}${renderWayBack(notice, { gpc: gpc && !consent.ask })}`),
        '',
      );
    },
  };
}
