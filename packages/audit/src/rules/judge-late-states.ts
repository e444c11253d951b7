// States in which nothing is answered, or something special is true of the visitor: what only they bring has rules of its own.
import type { AuditState, Evidence } from '../collect/observation.ts';
import { appliesIn } from './applies-in.ts';
import type { RuleId } from './catalogue.ts';
import { ruleOf } from './catalogue.ts';
import { keyOfItem } from './choice-record.ts';
import type { Fact } from './fact.ts';
import type { Judge } from './judge.ts';
import { nameItem } from './name-item.ts';

/** The bench for what was seen in a state: under the signal in S5, with the one purpose in S10. */
export function judgeInState(judge: Judge, state: AuditState, { observations = [] }: Evidence): Judge {
  if (state === 'S5') return judge.under({ gpc: true });
  const one = observations.find((observation) => observation.kind === 'one-purpose');
  const purpose = one === undefined ? null : purposeCalled(judge, one.purpose);
  return purpose === null ? judge : judge.under({ only: [purpose] });
}

function purposeCalled({ declaration }: Judge, label: string): string | null {
  const plain = (text: string): string => text.trim().toLowerCase();
  const found = Object.entries(declaration?.purposes ?? {}).find(([, { name }]) =>
    Object.values(name).some((text) => plain(text) === plain(label)),
  );
  return found?.[0] ?? null;
}

const early: ReadonlySet<RuleId> = new Set<RuleId>(['R-PRE-STORE', 'R-PRE-3P']);

/** The facts with those that only S4, S5, S6 or S10 brought under the rule of that state. */
export function judgeLateStates(judge: Judge, facts: readonly Fact[]): readonly Fact[] {
  const usual = new Set(
    facts.filter(({ rule, moment }) => early.has(rule) && !Object.hasOwn(special, moment.state)).map(({ item }) => keyOfItem(item)),
  );
  return facts.flatMap((fact) => {
    const rule = early.has(fact.rule) ? special[fact.moment.state] : undefined;
    if (rule === undefined) return [fact];
    const holds = appliesIn(ruleOf(rule), judge.profile);
    // Without the signal it may run: whether it may with it is for the regions that say so.
    if (rule === 'R-GPC-IGN' && !holds) return isForbiddenAnyway(judge, fact) ? [fact] : [];
    if (!holds || usual.has(keyOfItem(fact.item))) return [fact];
    return [{ ...fact, rule, message: `${nameItem(fact.item)} ${words[rule] ?? ''}` }];
  });
}

function isForbiddenAnyway(judge: Judge, { question, moment }: Fact): boolean {
  return judge.declaration === null || question === null || judge.verdictIn(moment.phase, question).outcome === 'drop';
}

const special: { readonly [state: string]: RuleId | undefined } = { S4: 'R-CLOSE', S5: 'R-GPC-IGN', S6: 'R-NOJS', S10: 'R-GRAN' };
const words: { readonly [rule: string]: string } = {
  'R-CLOSE': 'appears once the question is closed, scrolled past or left alone, which is no answer',
  'R-GPC-IGN': 'is there although Global Privacy Control is on',
  'R-NOJS': 'appears where scripts are off and nobody was asked',
  'R-GRAN': 'appears although another purpose alone was granted',
};
