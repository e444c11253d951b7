// Sites that declare nothing: judged by what appears before a choice and after a refusal, and by how it behaves. What contradicts no
// answer of the visitor's is told as R-NO-DECL, for whoever writes the declaration.
import { hostOfHeld } from '../collect/cookie-line.ts';
import { appliesIn } from './applies-in.ts';
import type { RuleId } from './catalogue.ts';
import { ruleOf } from './catalogue.ts';
import { keyOfItem } from './choice-record.ts';
import type { Fact } from './fact.ts';
import type { Judge } from './judge.ts';
import { countsOrAdvertises, knownHost } from './known-tracker.ts';
import { lastLook } from './last-look.ts';
import { nameItem } from './name-item.ts';
import { isNecessary, isOwnResponse } from './necessary.ts';
import type { StateStories } from './state-stories.ts';

/** What one state of a site did, as the rules about single things tell it: without a declaration everything is undeclared. */
export type StateFacts = { readonly state: StateStories; readonly facts: readonly Fact[] };

/** The same facts under the rule that the difference between the states and the behaviour show; `choices` keep the answer itself. */
export function judgeBehaviour(judge: Judge, all: readonly StateFacts[], choices: ReadonlySet<string>): readonly Fact[] {
  const facts = all.flatMap(({ state, facts: told }) => {
    const reasons = harmlessIn(judge, state, choices);
    const own = told.filter(({ item }) => item.kind !== 'request' || !judge.isOwnHost(item.name));
    return [
      ...own.map((fact) => reconsider(judge, fact, reasons.get(keyOfItem(fact.item)) ?? null)),
      ...leftIn(judge, state, { told, reasons }),
    ];
  });
  // What contradicts an answer is not also told as merely not declared.
  const worse = new Set(facts.filter(({ rule }) => rule !== 'R-NO-DECL').map(({ item }) => keyOfItem(item)));
  return facts.filter(({ rule, item }) => rule !== 'R-NO-DECL' || !worse.has(keyOfItem(item)));
}

// Why something contradicts nothing, by item.
function harmlessIn(judge: Judge, { run, cookies }: StateStories, choices: ReadonlySet<string>): ReadonlyMap<string, string> {
  const necessary = cookies.filter((story) => isNecessary(judge, run.evidence, story));
  return new Map([
    ...necessary.map(
      ({ cookie }) =>
        [
          keyOfItem({ kind: 'cookie', name: cookie.name, host: hostOfHeld(cookie) }),
          'is not declared, and behaves as strictly necessary',
        ] as const,
    ),
    ...[...choices].map((key) => [key, 'is not declared, and keeps the answer'] as const),
  ]);
}

function reconsider(judge: Judge, fact: Fact, harmless: string | null): Fact {
  const [rule, words] = harmless === null ? decide(judge, fact) : (['R-NO-DECL', harmless] as const);
  return { ...fact, rule, message: `${nameItem(fact.item)} ${words}` };
}

type Told = readonly [rule: RuleId, words: string];
const afterYes: Told = ['R-NO-DECL', 'is not declared, and appears after the visitor said yes'];

function decide(judge: Judge, fact: Fact): Told {
  const isRequest = fact.item.kind === 'request';
  switch (fact.moment.phase) {
    case 'unasked':
      return decideUnasked(judge, fact, isRequest);
    case 'rejecting':
    case 'rejected':
    case 'withdrawn':
      if (!isRefused(judge, fact, isRequest)) return ['R-NO-DECL', 'is not declared, and no rule of the region forbids it'];
      return isRequest
        ? ['R-REJ-3P', 'is contacted although the visitor said no']
        : ['R-REJ-STORE', 'is stored although the visitor said no'];
    default:
      return afterYes;
  }
}

const ownSteps: readonly string[] = ['S9', 'language', 'action'];

function decideUnasked(judge: Judge, fact: Fact, isRequest: boolean): Told {
  const rule = isRequest ? 'R-PRE-3P' : 'R-PRE-STORE';
  if (!appliesIn(ruleOf(rule), judge.profile)) return ['R-NO-DECL', 'is not declared, and there before a choice, which the region allows'];
  if (isRequest) return [rule, 'is contacted before the visitor was asked'];
  // What the site's own answer stores when the visitor logs in, picks a language or acts was asked for.
  if (ownSteps.includes(fact.moment.state) && isOwnResponse(judge, fact.setter))
    return ['R-NO-DECL', 'is not declared, and answers what the visitor did'];
  return [rule, 'is stored before the visitor was asked'];
}

// Where a site may begin without asking, a refusal is of those who count and advertise, not of whatever the page is made of.
function isRefused(judge: Judge, { item }: Fact, isRequest: boolean): boolean {
  if (!appliesIn(ruleOf(isRequest ? 'R-REJ-3P' : 'R-REJ-STORE'), judge.profile)) return false;
  if (appliesIn(ruleOf('R-PRE-STORE'), judge.profile)) return true;
  return isRequest ? countsOrAdvertises(knownHost(item.name)) : !judge.isWithinReach(item.host ?? '');
}

// What came with the yes and is there once it was withdrawn.
function leftIn(
  judge: Judge,
  { run }: StateStories,
  { told, reasons }: { readonly told: readonly Fact[]; readonly reasons: ReadonlyMap<string, string> },
): readonly Fact[] {
  const final = lastLook(run.evidence);
  if (final === null || !appliesIn(ruleOf('R-WD-LEFT'), judge.profile)) return [];
  const held = new Set([
    ...final.cookies.map((cookie) => keyOfItem({ kind: 'cookie', name: cookie.name, host: hostOfHeld(cookie) })),
    ...final.names.map(({ store, origin, name }) => keyOfItem({ kind: store, name, host: new URL(origin).hostname })),
  ]);
  const first = new Map(told.toReversed().map((fact) => [keyOfItem(fact.item), fact]));
  return [...first].flatMap(([key, fact]) => {
    const cameWithYes = fact.moment.phase === 'accepting' || fact.moment.phase === 'accepted';
    if (!held.has(key) || !cameWithYes || reasons.has(key) || !judge.isWithinReach(fact.item.host ?? '')) return [];
    if (told.some(({ item, moment }) => keyOfItem(item) === key && moment.phase === 'withdrawn')) return [];
    const message = `${nameItem(fact.item)} is left after the yes was withdrawn`;
    return [{ ...fact, rule: 'R-WD-LEFT' as const, moment: final.moment, setAt: fact.moment.at, message }];
  });
}
