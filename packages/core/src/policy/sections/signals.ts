// How signals of the browser are treated.
import { valueForProfile } from '../../declaration/profile-rules.ts';
import type { PolicyContext } from '../context.ts';
import { joinWords } from '../join-words.ts';
import { plainText } from '../plain-text.ts';
import type { Section } from '../view.ts';

/** The section on Global Privacy Control and on the forms a choice is passed on in. */
export function compileSignals({ words, declaration, profile }: PolicyContext): Section {
  const { gpc, projections } = declaration.signals;
  const told = projections.length === 0 ? [] : [words.signals.projections(joinWords(projections.map(plainText), words.grammar))];
  const paragraphs = [words.signals.gpc[valueForProfile(gpc, profile)], ...told];
  return {
    id: 'signals',
    heading: [words.signals.heading],
    blocks: paragraphs.map((text) => ({ kind: 'paragraph', text: [text] })),
  };
}
