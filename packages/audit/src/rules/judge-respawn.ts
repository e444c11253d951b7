// R-RESPAWN: what the withdrawal removed is back on a later page, and something of the site was left from which it can have come.
import { hostOfHeld, identityKey, isDeletion, nameOfLine } from '../collect/cookie-line.ts';
import type { Evidence, Moment, Snapshot } from '../collect/observation.ts';
import { keyOfItem } from './choice-record.ts';
import type { Fact } from './fact.ts';
import type { Judge } from './judge.ts';
import { itemOfName, keyOf, questionOfName } from './judge-storage.ts';
import { nameItem } from './name-item.ts';

/** `choices` are the keys of what keeps the answer itself, on a site that declares nothing. */
export type Suspect = { readonly fact: Fact; readonly choices: ReadonlySet<string> };

/** The fact as R-RESPAWN where it is one, else as it is. A response that stores again ignores the withdrawal, unless a tag told it who asks. */
export function asRespawn(judge: Judge, evidence: Evidence, { fact, choices }: Suspect): Fact {
  if (fact.rule !== 'R-REJ-STORE' || !isWithdrawing(fact.moment) || !wentAway(evidence, fact)) return fact;
  const kept = fact.setter.kind === 'http-response' ? wasTagged(evidence, fact.setter.url) : keptCopy(judge, evidence, { fact, choices });
  return kept ? { ...fact, rule: 'R-RESPAWN', message: `${nameItem(fact.item)} was removed by the withdrawal, and is back` } : fact;
}

function isWithdrawing({ phase }: Moment): boolean {
  return phase === 'withdrawing' || phase === 'withdrawn';
}

// There while allowed; then gone from the device, or expired by a line, before it was stored again.
function wentAway({ snapshots, cookieWrites }: Evidence, { item, setAt, moment }: Fact): boolean {
  const until = Math.max(setAt ?? 0, moment.at);
  const isIt = (one: Fact['item']): boolean => one.kind === item.kind && one.name === item.name && one.host === item.host;
  const wasHeld = snapshots.some((snapshot) => !isWithdrawing(snapshot.moment) && namesIn(snapshot).some(isIt));
  const isGone = snapshots.some(
    (snapshot) => isWithdrawing(snapshot.moment) && snapshot.moment.at <= until && !namesIn(snapshot).some(isIt),
  );
  const isExpired = cookieWrites.some(
    ({ line, moment: at }) => item.kind === 'cookie' && isWithdrawing(at) && nameOfLine(line) === item.name && isDeletion(line, at.at),
  );
  return wasHeld && (isGone || isExpired);
}

// The browser sent a tag back with the request whose response stored it.
function wasTagged({ tags = [] }: Evidence, url: string): boolean {
  const page = url.split('#')[0];
  return tags.some((tag) => tag.isBack && tag.url === page && isWithdrawing(tag.moment));
}

// Something else of the site, not allowed any more, that was there before the withdrawal and in every snapshot since.
function keptCopy(judge: Judge, { snapshots }: Evidence, { fact: { item }, choices }: Suspect): boolean {
  const before = snapshots.findLast(({ moment }) => !isWithdrawing(moment));
  // Between two pages no origin is on screen: such a snapshot has no names at all.
  const since = snapshots.filter(({ moment, names }) => isWithdrawing(moment) && names.length > 0);
  if (before === undefined) return false;
  return before.names.some((held) => {
    const own =
      judge.isWithinReach(itemOfName(held).host ?? '') &&
      !choices.has(keyOfItem(itemOfName(held))) &&
      !(held.store === item.kind && held.name === item.name);
    const kept = since.length > 0 && since.every(({ names }) => names.some((name) => keyOf(name) === keyOf(held)));
    return own && kept && judge.verdictIn('withdrawn', questionOfName(held)).outcome === 'drop';
  });
}

function namesIn({ cookies, names }: Snapshot): readonly Fact['item'][] {
  const jar = new Map(cookies.map((cookie) => [identityKey(cookie), { kind: 'cookie', name: cookie.name, host: hostOfHeld(cookie) }]));
  return [...jar.values(), ...names.map(itemOfName)];
}
