// The formats of the records, decoded into answers under their own ids.
import type { Members } from '../declaration/members.ts';
import { isMembers } from '../declaration/members.ts';
import type { ForeignTool } from '../declaration/types.ts';
import type { ForeignAnswer, ForeignChoice } from './foreign-choice.ts';
import { askedKinds, kindOf } from './foreign-kind.ts';

type Reading = Pick<ForeignChoice, 'at' | 'answers' | 'grantsOnly'>;

/** The result, or null where it throws. */
export function attempt<Given, Result>(run: (given: Given) => Result, given: Given): Result | null {
  try {
    return run(given);
  } catch {
    return null;
  }
}

/** What a decoded record of any tool but OneTrust says. */
export function readRecord(tool: ForeignTool, text: string): Reading {
  if (tool === 'cookiebot') return readCookiebot(text);
  const record = attempt<string, unknown>(JSON.parse, text);
  if (isMembers(record)) return tool === 'vanilla-cookieconsent' ? readVanilla(record) : { at: null, answers: readFlags(record) };
  return { at: null, answers: tool === 'tarteaucitron' || tool === 'orejime' ? readPairs(text) : [] };
}

// `0` is a refusal. `-1` and "implied" say that nobody was asked.
function readCookiebot(text: string): Reading {
  const answers = text === '0' ? denyAll(askedKinds) : /^\{stamp:'-1'|,\s*method:'implied'/.test(text) ? [] : readPairs(text);
  return { at: secondsOf(Number(/,\s*utc:(\d{13})\b/.exec(text)?.[1])), answers };
}

/**
 * What OneTrust's groups say. They stand there before anybody was asked; `closed`, its other cookie, says that somebody was and when.
 * Looked for before anything is decoded: the visitor's landing page, which anybody can link to, stands beside them.
 */
export function readOneTrust(value: string, closed = ''): Reading {
  const groups = attempt(decodeURIComponent, /(?:^|&)groups=([^&]*)/.exec(value)?.[1] ?? '') ?? '';
  // What the site wants to ask anew is no grant.
  const old = value.includes('&AwaitingReconsent=true');
  return {
    at: readDate(attempt(decodeURIComponent, closed)),
    answers: closed ? readPairs(groups).filter(({ state }) => !old || state === 'denied') : [],
  };
}

// Versions 2 (which first called the list `level`) and 3. A category that lists services stands for those, because others of it may
// have been refused. Version 2 does not name what it refused: where all it granted is of usual kinds, the other kinds were.
function readVanilla(record: Members): Reading {
  const granted = strings(record['categories'] ?? record['level']);
  const services = isMembers(record['services']) ? record['services'] : null;
  const grants = granted.flatMap((id) => {
    const chosen = services && kindOf(id) !== 'necessary' ? strings(services[id]) : [];
    return chosen.length > 0 ? chosen : [id];
  });
  const kinds = granted.map(kindOf);
  const known = services ? Object.keys(services) : kinds.includes(undefined) ? [] : askedKinds;
  const refused = known.filter((id) => !granted.includes(id) && (services !== null || !kinds.includes(kindOf(id))));
  const date = record['lastConsentTimestamp'] ?? record['last_consent_update'] ?? record['consentTimestamp'] ?? record['consent_date'];
  return {
    at: readDate(date),
    answers: [...grants.map((id) => ({ id, state: 'granted' }) as const), ...denyAll(refused)],
    ...(services ? {} : { grantsOnly: true as const }),
  };
}

// `{"id":true}`
function readFlags(record: Members): readonly ForeignAnswer[] {
  return Object.entries(record).flatMap(([id, state]) => (typeof state === 'boolean' ? [{ id, state: state ? 'granted' : 'denied' }] : []));
}

// `!id=true!id=wait`, `id=1;id=0`, `id:1,id:0`, `{stamp:'…',id:true,ver:1}`: what is neither yes nor no is no answer.
function readPairs(text: string): readonly ForeignAnswer[] {
  return text.split(/[!,;{}]/).flatMap((pair) => {
    const [, id, state] = /^(?!ver:)([^]+)[:=](true|false|[01])$/.exec(pair.trim()) ?? [];
    return id && state ? [{ id, state: /true|1/.test(state) ? 'granted' : 'denied' }] : [];
  });
}

function denyAll(ids: readonly string[]): readonly ForeignAnswer[] {
  return ids.map((id) => ({ id, state: 'denied' }));
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

function readDate(value: unknown): number | null {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? secondsOf(Date.parse(value)) : null;
}

function secondsOf(milliseconds: number): number | null {
  return milliseconds >= 0 ? Math.floor(milliseconds / 1000) : null;
}
