// Which declaration the page was compiled from, so that a receipt or an audit can be matched with it.

import type { PolicyContext } from '../context.ts';
import { describeDate } from '../date-words.ts';
import { plainText } from '../plain-text.ts';
import { statedDate, statedVersion } from '../stated.ts';
import type { Fact, Inline, Section } from '../view.ts';

/** The section on version, date and fingerprint. */
export function compileRecord({ words, declaration, declarationId, profile }: PolicyContext): Section {
  const version = statedVersion(declaration);
  const date = statedDate(declaration);
  const fact = (term: string, value: Inline | null): readonly Fact[] => (value === null ? [] : [{ term, text: [value] }]);
  const facts = [
    ...fact(words.version, version === null ? null : plainText(version)),
    ...fact(words.inForceSince, date === null ? null : describeDate(date, words)),
    ...fact(words.record.rules, words.profiles[profile]),
    ...fact(words.fingerprint, { code: `sha256:${plainText(declarationId)}` }),
    ...fact(words.record.replaces, declaration.supersedes === undefined ? null : { code: `sha256:${plainText(declaration.supersedes)}` }),
    ...fact(words.record.log, declaration.log === undefined ? null : plainText(declaration.log.origin)),
  ];
  return {
    id: 'record',
    heading: [words.record.heading],
    blocks: [
      { kind: 'paragraph', text: [words.record.explanation] },
      { kind: 'facts', facts },
    ],
  };
}
