// What states found out besides what was stored and sent: ends that moved, questions that came back, answers that cannot be given.
import { profiles } from '@candor/catalog';
import { matchName, valueForProfile } from '@candor/core';
import type { Observation, Snapshot } from '../collect/observation.ts';
import { readUrl } from '../collect/request-facts.ts';
import type { ReasonCode } from '../reasons.ts';
import type { StateRun } from '../states/plan.ts';
import { appliesIn } from './applies-in.ts';
import type { RuleId } from './catalogue.ts';
import { ruleOf } from './catalogue.ts';
import type { Fact } from './fact.ts';
import type { Judge } from './judge.ts';
import { declaredFact } from './judge-declaration.ts';
import { firstMoment } from './state-stories.ts';

const day = 86_400;

/** The fact that an observation is, or null. */
export function judgeObservation(judge: Judge, observation: Observation): Fact | null {
  const fact = factOf(judge, observation);
  return fact !== null && appliesIn(ruleOf(fact.rule), judge.profile) ? fact : null;
}

function factOf(judge: Judge, observation: Observation): Fact | null {
  const { moment } = observation;
  switch (observation.kind) {
    case 'extended': {
      const tracker = declaredFor(judge, observation);
      if (tracker === null) return null;
      const days = Math.round(observation.seconds / day);
      const message = `The end of cookie "${observation.name}" moved ${days} days on at a return visit, and is declared not to move`;
      const item = { kind: 'cookie', name: observation.name, host: observation.domain.replace(/^\./, '') };
      return declaredFact('R-LIFE-EXTEND', item, { tracker, message, moment });
    }
    case 'asked-again': {
      const interval = intervalOf(judge);
      if (!observation.asked || !/^reject/.test(observation.answer) || interval === null || observation.days >= interval) return null;
      const message = `The question is back ${observation.days} days after a refusal, ${interval} are promised or required`;
      return declaredFact('R-NAG', { kind: 'question', name: 'asked again' }, { tracker: null, message, moment });
    }
    case 'reach': {
      if (observation.condition === 'no-script' || !observation.found || observation.usable !== false) return null;
      const message = `The way to ${observation.way} cannot be used ${conditionWords[observation.condition]}`;
      return declaredFact(
        'R-A11Y',
        { kind: 'question', name: `${observation.way}, ${observation.condition}` },
        { tracker: null, message, moment },
      );
    }
    default:
      return null;
  }
}

const conditionWords = { keyboard: 'with the keyboard alone', narrow: 'on a screen 320 pixels wide', zoomed: 'at 400 %' } as const;

function declaredFor(
  { declaration, isOwnHost }: Judge,
  { name, domain }: { readonly name: string; readonly domain: string },
): string | null {
  const found = Object.entries(declaration?.trackers ?? {}).find(([, tracker]) => {
    if (tracker.kind !== 'cookie' || tracker.life.kind !== 'seconds' || tracker.life.extended) return false;
    return tracker.names.some((one) => matchName(one, name)) && isOwnHost(domain.replace(/^\./, ''));
  });
  return found?.[0] ?? null;
}

// What the declaration promises, else what the profile asks for.
function intervalOf({ declaration, profile }: Judge): number | null {
  if (declaration !== null) return Math.round(valueForProfile(declaration.notice.askAgainAfter, profile) / day);
  return profiles[profile].askAgainAfterDays;
}

/**
 * The facts that visitors' failures to answer are: a question without a way to refuse, a yes without a way back. Only where a yes allows
 * something: other dialogs are accepted too.
 */
export function judgeProblems(judge: Judge, runs: readonly StateRun[]): readonly Fact[] {
  if (!hasMeaning(judge, runs)) return [];
  return runs.flatMap((run) => {
    const moment = firstMoment([run]);
    return run.problems.flatMap(({ code, message }) => {
      const rule = questionRules[code];
      if (rule === undefined || moment === null || !appliesIn(ruleOf(rule), judge.profile)) return [];
      const item = { kind: 'question', name: rule === 'R-NOWD' ? 'withdraw' : 'reject' };
      return [declaredFact(rule, item, { tracker: null, message: message.split(':')[0] ?? message, moment })];
    });
  });
}

// What the declaration asks for, or what no visit had before a yes.
function hasMeaning(judge: Judge, runs: readonly StateRun[]): boolean {
  if (judge.declaration !== null) return judge.consentIn('unasked').some(({ ask }) => ask);
  const thingsIn = (accepted: boolean): ReadonlySet<string> =>
    new Set(
      runs.flatMap(({ evidence: { snapshots, requests } }) => [
        ...snapshots.filter(({ moment }) => moment.phase.startsWith('accept') === accepted).flatMap(namesIn),
        ...requests.filter(({ moment }) => moment.phase.startsWith('accept') === accepted).map(({ url }) => readUrl(url)?.hostname ?? ''),
      ]),
    );
  const before = thingsIn(false);
  return [...thingsIn(true)].some((thing) => !before.has(thing));
}

function namesIn({ cookies, names }: Snapshot): readonly string[] {
  return [
    ...cookies.map(({ name, domain }) => `cookie ${name} ${domain}`),
    ...names.map(({ store, name, origin }) => `${store} ${name} ${origin}`),
  ];
}

const questionRules: { readonly [Code in ReasonCode]?: RuleId } = { AUDIT_NO_REJECT: 'R-NO-REJECT', AUDIT_NO_WITHDRAWAL: 'R-NOWD' };
