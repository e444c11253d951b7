// Who answers for the site. What was not stated is left out here and reported by the check.
import type { PolicyContext } from '../context.ts';
import { linkText } from '../links.ts';
import { providerName } from '../rows.ts';
import { isStated } from '../stated.ts';
import type { Fact, Section } from '../view.ts';

/** The section on the controller. */
export function compileController(context: PolicyContext): Section {
  const { words, declaration } = context;
  const { provider, address, contact, dpo, representative } = declaration.controller;
  const stated = (term: string, value: string | undefined): readonly Fact[] => (isStated(value) ? [{ term, text: [linkText(value)] }] : []);
  const facts = [
    ...stated(words.controller.name, providerName(context, provider)),
    ...stated(words.controller.address, address),
    ...stated(words.controller.contact, contact),
    ...stated(words.controller.dpo, dpo),
    ...stated(words.controller.representative, representative),
  ];
  return { id: 'controller', heading: [words.controller.heading], blocks: [{ kind: 'facts', facts }] };
}
