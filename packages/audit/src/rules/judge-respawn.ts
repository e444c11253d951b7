// R-RESPAWN: what the withdrawal removed is back on a later page, and something of the site was left from which it can have come.
import { hostOfHeld, identityKey } from '../collect/cookie-line.ts';
import type { Evidence, Snapshot } from '../collect/observation.ts';
import { keyOfItem } from './choice-record.ts';
import type { Fact } from './fact.ts';
import type { Judge } from './judge.ts';
import { itemOfName, keyOf, questionOfName } from './judge-storage.ts';
import { nameItem } from './name-item.ts';

/** `choices` are the keys of what keeps the answer itself, on a site that declares nothing. */
export type Suspect = { readonly fact: Fact; readonly choices: ReadonlySet<string> };

/** The fact as R-RESPAWN where it is one, else as it is. A response that stores again is no respawn: it ignores the withdrawal. */
export function asRespawn(judge: Judge, evidence: Evidence, { fact, choices }: Suspect): Fact {
  if (fact.rule !== 'R-REJ-STORE' || fact.moment.phase !== 'withdrawn' || fact.setter.kind === 'http-response') return fact;
  if (!cameBack(evidence, fact) || !keptCopy(judge, evidence, { fact, choices })) return fact;
  return { ...fact, rule: 'R-RESPAWN', message: `${nameItem(fact.item)} was removed by the withdrawal, and is back` };
}

// There while allowed, gone after the withdrawal, there again.
function cameBack({ snapshots }: Evidence, { item }: Fact): boolean {
  let step: 'none' | 'held' | 'gone' = 'none';
  for (const snapshot of snapshots) {
    const isHeld = namesIn(snapshot).some((one) => one.kind === item.kind && one.name === item.name && one.host === item.host);
    const isWithdrawn = snapshot.moment.phase.startsWith('withdraw');
    if (step === 'gone' && isHeld) return true;
    if (isHeld && !isWithdrawn) step = 'held';
    else if (!isHeld && isWithdrawn && step === 'held') step = 'gone';
  }
  return false;
}

// Something else of the site, not allowed any more, that was there before the withdrawal and in every snapshot since.
function keptCopy(judge: Judge, { snapshots }: Evidence, { fact: { item }, choices }: Suspect): boolean {
  const before = snapshots.findLast(({ moment }) => !moment.phase.startsWith('withdraw'));
  const since = snapshots.filter(({ moment }) => moment.phase.startsWith('withdraw'));
  if (before === undefined) return false;
  return before.names.some((held) => {
    const own =
      judge.isWithinReach(itemOfName(held).host ?? '') &&
      !choices.has(keyOfItem(itemOfName(held))) &&
      !(held.store === item.kind && held.name === item.name);
    const kept = since.every(({ names }) => names.some((name) => keyOf(name) === keyOf(held)));
    return own && kept && judge.verdictIn('withdrawn', questionOfName(held)).outcome === 'drop';
  });
}

function namesIn({ cookies, names }: Snapshot): readonly Fact['item'][] {
  const jar = new Map(cookies.map((cookie) => [identityKey(cookie), { kind: 'cookie', name: cookie.name, host: hostOfHeld(cookie) }]));
  return [...jar.values(), ...names.map(itemOfName)];
}
