// How to accept, refuse, withdraw and object, and what follows.
import { basisFor, valueForProfile } from '../../declaration/profile-rules.ts';
import type { PolicyContext } from '../context.ts';
import { describeDuration } from '../duration.ts';
import type { Section } from '../view.ts';

/** The section on choices, with the way to the preferences. */
export function compileChoices({ words, declaration, profile }: PolicyContext): Section {
  const asks = Object.values(declaration.purposes).some((purpose) => basisFor(declaration, purpose, profile).kind === 'consent');
  const life = describeDuration(valueForProfile(declaration.notice.choiceLife, profile), words);
  const again = describeDuration(valueForProfile(declaration.notice.askAgainAfter, profile), words);
  const { heading, asked, notAsked, change, effect, kept, browser, button } = words.choices;
  const opening = asks ? asked : notAsked(words.profiles[profile]);
  const paragraphs = [opening, change, effect, kept(life, again), browser];
  return {
    id: 'choices',
    heading: [heading],
    blocks: [
      ...paragraphs.map((text) => ({ kind: 'paragraph' as const, text: [text] })),
      { kind: 'button', text: button, href: `${declaration.site.prefix}/preferences` },
    ],
  };
}
