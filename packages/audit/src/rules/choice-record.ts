// Which stored thing is the visitor's answer itself, on a site that declares nothing: what appears with every answer, and never before.
import { hostOfHeld } from '../collect/cookie-line.ts';
import type { Moment } from '../collect/observation.ts';
import type { Judge } from './judge.ts';
import { itemOfName } from './judge-storage.ts';
import type { StateStories } from './state-stories.ts';

// A tracker that both answers set appears like the record of them: the record also says by its name what it is.
const saysSo =
  /consent|cookie|choice|answer|gdpr|rgpd|ccpa|privacy|prefer|notice|banner|opt-?out|accept|allow|cmp|optanon|klaro|orejime|didomi|axeptio|tarteaucitron/i;

// In the others something may have been answered, or put away, without a phase that says so.
const unanswered: readonly string[] = ['S0', 'S1', 'S2', 'S3', 'S5', 'S6'];

type Seen = { readonly key: string; readonly name: string; readonly first: Moment };

/** Keys (`keyOfItem`) of the things that keep the answer. */
export function findChoiceRecords(judge: Judge, states: readonly StateStories[]): ReadonlySet<string> {
  const answered = states.filter(({ run }) => run.evidence.snapshots.some(({ moment }) => moment.phase !== 'unasked'));
  const [first, ...others] = answered.map((state) => seenIn(judge, state));
  if (first === undefined) return new Set();
  const early = new Set(
    states
      .flatMap((state) => seenIn(judge, state).filter(({ first: at }) => at.phase === 'unasked' && unanswered.includes(at.state)))
      .map(({ key }) => key),
  );
  const records = first.filter(
    ({ key, name }) => saysSo.test(name) && !early.has(key) && others.every((seen) => hasKey(withAnswer(seen), key)),
  );
  return new Set(withAnswer(records).map(({ key }) => key));
}

// Stored in the course of the answer, not by what runs after it.
function withAnswer(seen: readonly Seen[]): readonly Seen[] {
  return seen.filter(({ first: { phase } }) => phase === 'accepting' || phase === 'rejecting');
}

function hasKey(seen: readonly Seen[], key: string): boolean {
  return seen.some((one) => one.key === key);
}

/** One text for what a fact is about. */
export function keyOfItem({ kind, name, host }: { readonly kind: string; readonly name: string; readonly host?: string }): string {
  return JSON.stringify([kind, name, host ?? '']);
}

function seenIn(judge: Judge, { cookies, storage }: StateStories): readonly Seen[] {
  return [
    ...cookies.map(({ cookie, writes, first }) => ({
      key: keyOfItem({ kind: 'cookie', name: cookie.name, host: hostOfHeld(cookie) }),
      name: cookie.name,
      host: hostOfHeld(cookie),
      first: writes[0]?.moment ?? first,
    })),
    ...storage.map(({ held, writes, first }) => ({
      key: keyOfItem(itemOfName(held)),
      name: held.name,
      host: itemOfName(held).host ?? '',
      first: writes[0]?.moment ?? first,
    })),
  ].filter(({ host }) => judge.isWithinReach(host));
}
