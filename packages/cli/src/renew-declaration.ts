// A declaration that was changed while it is served: checked, compared with the one that holds, and put in its place or refused.
import type { Declaration, Identified, Issue } from '@candor/core';
import { checkAgainst, diffDeclarations } from '@candor/core';
import type { Reloaded } from '@candor/guard';
import { messageOf } from './errors.ts';
import { followFile } from './follow-file.ts';
import { loadShown, showPath } from './load-declaration.ts';
import { formatIssues } from './print-issues.ts';

/** What a declaration is renewed in. `refused` is told when a file cannot be put to use. */
export type Renewable = {
  readonly file: string;
  readonly declaration: Identified;
  readonly reload: (declaration: Identified) => Promise<Reloaded>;
  readonly refused: () => void;
  readonly say: (text: string) => void;
};

/** Changes that are printed one by one; the rest are counted. */
const MOST_PRINTED = 12;

function changesOf(before: Declaration, after: Declaration): readonly string[] {
  const { changes, askAgain } = diffDeclarations(before, after);
  const printed = changes.slice(0, MOST_PRINTED).map(({ path, message }) => `  ${path === '' ? '' : `${path}: `}${message}`);
  const more = changes.length > MOST_PRINTED ? [`  and ${changes.length - MOST_PRINTED} more`] : [];
  const asked = askAgain.length === 0 ? [] : [`  visitors are asked again about ${askAgain.map(({ purpose }) => purpose).join(', ')}`];
  return [...printed, ...more, ...asked];
}

/** A material change without a higher revision would stretch answers to what nobody was asked. */
function silentChanges(before: Declaration, after: Declaration): readonly Issue[] {
  return checkAgainst(before, after).filter(({ severity }) => severity === 'error');
}

type Step = { readonly shown: string; readonly reading: number; readonly holds: Identified };

/** The declaration that holds afterwards. */
async function renew({ file, reload, refused, say }: Renewable, { shown, reading, holds }: Step): Promise<Identified> {
  const refuse = (issues: readonly Issue[], why: string): Identified => {
    refused();
    const list = issues.length === 0 ? [] : [formatIssues(issues, { file: shown, color: false })];
    say([...list, `"${shown}" ${why}: declaration ${holds.id.slice(0, 12)} holds as before`].join('\n'));
    return holds;
  };
  const loaded = await loadShown(file, reading);
  if (!loaded.ok) return refuse(loaded.issues, 'is not a valid declaration');
  const { declaration, id } = loaded.value;
  const silent = loaded.value.locate(silentChanges(holds.declaration, declaration));
  if (silent.length > 0) return refuse(silent, 'changes what visitors agreed to without a higher revision');
  const outcome = await reload({ declaration, id });
  if (outcome === 'rejected') return refuse([], 'cannot be put to use while this runs (its prefix moved, or its notice cannot be made)');
  if (outcome === 'reloaded') {
    say([`Declaration ${id.slice(0, 12)} holds now`, ...changesOf(holds.declaration, declaration)].join('\n'));
  }
  return { declaration, id };
}

/** Follows the file of a declaration that is served, until the returned function is called. */
export function renewWhenChanged(renewable: Renewable): () => void {
  const { file, say, refused } = renewable;
  const shown = showPath(file);
  const state = { holds: renewable.declaration, reading: 0 };
  const onChange = async (): Promise<void> => {
    state.reading += 1;
    try {
      state.holds = await renew(renewable, { shown, ...state });
    } catch (cause) {
      refused();
      say(`"${shown}" cannot be read (${messageOf(cause)}): declaration ${state.holds.id.slice(0, 12)} holds as before`);
    }
  };
  const onBlind = (): void => say(`Changes of "${shown}" cannot be seen on this system: say them with SIGHUP`);
  return followFile({ file, onChange, onBlind });
}
