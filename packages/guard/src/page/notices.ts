// The notice in every language and under every profile it is asked for, compiled once each.
import type { Declaration, NoticeView, ProfileId } from '@candor/core';
import { firstOf } from '../header-list.ts';
import type { Judge } from '../judge.ts';
import { remember } from '../memory.ts';
import { pickLanguage } from '../request/language.ts';
import type { Visit } from '../request/visit.ts';
import type { FaultLog } from '../watch/fault-log.ts';
import { withFallback } from '../watch/fault-log.ts';

/** Notices by language and profile; null, and a recorded fault, where one cannot be compiled. */
export type Notices = {
  languageOf(visit: Visit): string;
  find(language: string, profile: ProfileId): NoticeView | null;
};

/** Prepares the notices of a declaration. */
export function createNotices(
  judge: Judge,
  faults: FaultLog,
  { declaration, id }: { readonly declaration: Declaration; readonly id: string },
): Notices {
  const known = new Map<string, NoticeView | null>();
  const accept = remember((accepted: string): string => pickLanguage(declaration.languages, null, accepted));
  const compile = (language: string, profile: ProfileId): NoticeView | null => {
    const compiled = judge.deciders.compileNotice(declaration, { language, profile, declarationId: id });
    if (!compiled.ok) faults.record('NOTICE_FAILED');
    return compiled.ok ? compiled.value : null;
  };
  return {
    languageOf: (visit) => {
      const [picked, accepted] = [visit.cookie('django_language'), firstOf(visit.headers, 'accept-language')];
      return picked === null ? accept(accepted ?? '') : pickLanguage(declaration.languages, picked, accepted);
    },
    find: (language, profile) => {
      const key = `${language} ${profile}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const notice = withFallback<NoticeView | null>(
        faults,
        'NOTICE_FAILED',
        () => compile(language, profile),
        () => null,
      );
      known.set(key, notice);
      return notice;
    },
  };
}
