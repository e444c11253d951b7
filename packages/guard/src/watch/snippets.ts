// The lines to paste, out of what was observed: one entry for one name, however often and wherever it was met.
import type { Observation } from '../contract.ts';

/** Lines of core's `snippetFor` that may differ between two sightings of the same thing. */
const USES = /^ {2}as: \[(.+)\],$/m;
const SCOPES = /^ {2}scopes: \[(.+)\],$/m;
const LIFE = /^ {2}life: \{ kind: 'seconds', max: (\d+),/m;

type Merged = { readonly first: string; readonly uses: Set<string>; readonly scopes: Set<string>; longest: number };

/** One host used in several ways, or one cookie in several places and for about the same time, is one tracker. */
function merge(snippets: readonly string[]): readonly string[] {
  const byRest = new Map<string, Merged>();
  for (const snippet of snippets) {
    const rest = snippet.replace(USES, '').replace(SCOPES, '').replace(LIFE, '');
    const merged = byRest.get(rest) ?? { first: snippet, uses: new Set(), scopes: new Set(), longest: 0 };
    merged.uses.add(USES.exec(snippet)?.[1] ?? '');
    merged.scopes.add(SCOPES.exec(snippet)?.[1] ?? '');
    merged.longest = Math.max(merged.longest, Number(LIFE.exec(snippet)?.[1] ?? 0));
    byRest.set(rest, merged);
  }
  return [...byRest.values()].map(({ first, uses, scopes, longest }) =>
    first
      .replace(USES, () => `  as: [${[...uses].join(', ')}],`)
      .replace(SCOPES, () => `  scopes: [${[...scopes].join(', ')}],`)
      .replace(LIFE, () => `  life: { kind: 'seconds', max: ${longest},`),
  );
}

/** The lines for one name. A cookie that was seen being set is declared by that: a request says less of it. */
export function snippetsOf(name: readonly Observation[], all: readonly Observation[]): readonly string[] {
  const told = name.filter(({ kind, name: own, snippet }) => {
    const isSaidBetter =
      kind === 'cookie' && all.some((other) => other.kind === 'set-cookie' && other.name === own && other.snippet !== null);
    return snippet !== null && !isSaidBetter;
  });
  return merge(told.map(({ snippet }) => snippet ?? ''));
}
