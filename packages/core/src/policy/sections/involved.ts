// Everybody who sets, receives or answers for something, with role, country and safeguard.
import type { Declaration, Provider } from '../../declaration/types.ts';
import type { PolicyContext } from '../context.ts';
import { linkText } from '../links.ts';
import { own } from '../lookup.ts';
import { plainText } from '../plain-text.ts';
import { statedCountry } from '../stated.ts';
import type { Inline, Section } from '../view.ts';
import type { PolicyWords } from '../words/policy-words.ts';

/** The section on providers. */
export function compileInvolved(context: PolicyContext): Section {
  const { words, declaration } = context;
  const { name, role, country, safeguard, policy } = words.involved.columns;
  const rows = involvedProviders(declaration).map((id) => providerCells(context, id));
  const hosting = words.involved.hosting(countryName(declaration.controller.hostingCountry, words));
  return {
    id: 'involved',
    heading: [words.involved.heading],
    blocks: [
      {
        kind: 'table',
        caption: words.involved.caption,
        columns: [name, role, country, safeguard, policy],
        rows: rows.filter((cells) => cells.length > 0),
      },
      { kind: 'paragraph', text: [hosting] },
    ],
  };
}

/** Ids of the controller, of every tracker's provider and of every recipient: the controller first, the others by id. */
export function involvedProviders(declaration: Declaration): readonly string[] {
  const others = Object.values(declaration.trackers).flatMap(({ provider, recipients }) => [provider, ...recipients]);
  const rest = new Set(others);
  rest.delete(declaration.controller.provider);
  return [declaration.controller.provider, ...[...rest].sort()];
}

/** A country's name in the page's language, or its code where the language has no name for it. */
export function countryName(code: string, words: PolicyWords): string {
  return own(words.countries, code) ?? plainText(code);
}

function providerCells(context: PolicyContext, id: string): readonly (readonly Inline[])[] {
  const provider = own(context.declaration.providers, id);
  if (provider === null) return [];
  const { words } = context;
  return [
    [{ name: plainText(provider.name) }],
    [words.roles[provider.role]],
    [countryName(provider.country, words)],
    [safeguardOf(context, id, provider)],
    [provider.policy === undefined ? '–' : linkText(provider.policy, words.involved.policy)],
  ];
}

// A transfer has two ends: without a second country there is nothing to safeguard.
function safeguardOf(context: PolicyContext, id: string, provider: Provider): string {
  if (provider.safeguard !== undefined) return context.read(provider.safeguard, `providers.${id}.safeguard`);
  return provider.country === statedCountry(context.declaration.controller.hostingCountry) ? '–' : context.words.involved.noSafeguard;
}
