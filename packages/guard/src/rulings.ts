// Verdicts about cookies, worked out once for what comes again: names, attributes and consents are few, visitors and responses many.
// Everything here is what core decides, and is kept only for as long as core would say the same.
import type { ConsentState, decide, Enforcement, expiryLines, RequestFacts, Verdict } from '@candor/core';
import { narrowToCookie } from '@candor/core';
import { grantsOf, KEPT, remember } from './memory.ts';

/** What core is asked by. */
type Ask = { readonly decide: typeof decide; readonly expiryLines: typeof expiryLines };

/** What the verdict over a Set-Cookie line follows from besides the line. `held`: the names the request came with; `now`: Unix seconds. */
export type Circumstances = {
  readonly consent: ConsentState;
  readonly request: RequestFacts;
  readonly held: ReadonlySet<string>;
  readonly now: number;
};

/** The name that a browser reads from a line, and the verdict over it. */
export type Ruling = { readonly name: string; readonly verdict: Verdict };

/** Verdicts under one set of rules. Throws what core throws, and keeps nothing of that. */
export type Rulings = {
  /** Whether a line like the one that came after the last one here before has come again: the responses of a site are alike. */
  expected(line: string, at: Circumstances): Ruling | null;
  /** The verdict about a Set-Cookie line, of which `name` is what a browser reads. */
  setting(name: string, line: string, at: Circumstances): Ruling;
  /** The verdict about a pair of a Cookie header. */
  sending(consent: ConsentState, name: string, request: RequestFacts): Verdict;
  /** Whether there is a line that ends a held cookie of this name here. */
  ends(consent: ConsentState, name: string, request: RequestFacts): boolean;
};

/** Where a verdict about a declared name holds; `path` and `method` are null where they do not matter. */
type Place = {
  readonly grants: string;
  readonly host: string;
  readonly held: boolean;
  readonly path: string | null;
  readonly method: string | null;
};

/** A line that was met: everything of it but its value. `place` is null where nobody declared the name: a visitor does not matter then. */
type Met = Ruling & {
  readonly start: string;
  readonly attributes: string;
  readonly now: number;
  readonly place: Place | null;
  next: Met | null;
};

/** The rules that concern a name, and how much of a request their answers follow from. */
type Own = { readonly rules: Enforcement; readonly isTimed: boolean; readonly isEverywhere: boolean };

/** Whether held names are sent and whether they are ended, where one host is asked by those who allow the same. */
type Standing = {
  readonly grants: string;
  readonly host: string;
  readonly sends: Map<string, Verdict>;
  readonly ends: Map<string, boolean>;
};

const LONGEST_LINE = 1024;
const LONGEST_NAME = 256;
const MOST_STANDINGS = 64;
const MOST_HELD = 1024;
/** What makes a browser ignore a whole line, wherever it stands. */
const SPOILT = /[\0-\x08\n-\x1f\x7f]/;

function readOwn(rules: Enforcement, name: string): Own {
  const own = narrowToCookie(rules, name);
  return {
    rules: own,
    isTimed: own.trackers.some(({ when }) => when !== undefined),
    isEverywhere: own.trackers.every((rule) => rule.kind === 'cookie' && rule.scopes.every(({ path }) => path === '/')),
  };
}

/** Whether this is a line that was met, with another short value. */
function isLike({ start, attributes, now }: Met, line: string, at: number): boolean {
  if (now !== at || line.length > LONGEST_LINE || !line.startsWith(start) || !line.endsWith(attributes)) return false;
  return line.indexOf(';') === line.length - attributes.length;
}

function isThere({ place, name }: Met, line: string, { consent, request, held }: Circumstances): boolean {
  if (place === null) return true;
  if (place.host !== request.host || place.held !== held.has(name) || place.grants !== grantsOf(consent)) return false;
  if (place.path !== null && (place.path !== request.path || place.method !== request.method)) return false;
  return !SPOILT.test(line);
}

function placeOf({ isTimed }: Own, attributes: string, name: string, { consent, request, held }: Circumstances): Place {
  // Without a Path attribute a cookie is stored where the request's path says.
  const isBound = isTimed || !/;[ \t]*path[ \t]*=[ \t]*\//i.test(attributes);
  const { path, method } = isBound ? request : { path: null, method: null };
  return { grants: grantsOf(consent), host: request.host, held: held.has(name), path, method };
}

/** Nothing worked out yet. */
export function createRulings(rules: Enforcement, ask: Ask): Rulings {
  const ownOf = remember((name: string) => readOwn(rules, name));
  const byName = new Map<string, Met>();
  let last: Met | null = null;
  const follow = (met: Met): Met => {
    if (last !== null) last.next = met;
    last = met;
    return met;
  };
  const keep = (key: string, met: Met): Met => {
    if (byName.size >= KEPT) byName.clear();
    byName.set(key, met);
    return follow(met);
  };
  const standings = new Map<string, Standing>();
  let latest: Standing | null = null;
  /** What is known of held names here, for whoever allows the same. Visitors who follow each other are mostly alike. */
  const standing = (consent: ConsentState, { host }: RequestFacts): Standing => {
    const grants = grantsOf(consent);
    if (latest !== null && latest.grants === grants && latest.host === host) return latest;
    const key = `${grants} ${host}`;
    const known = standings.get(key) ?? { grants, host, sends: new Map(), ends: new Map() };
    if (standings.size >= MOST_STANDINGS) standings.clear();
    standings.set(key, known);
    latest = known;
    return known;
  };
  return {
    expected: (line, at) => {
      const met: Met | null = last?.next ?? null;
      return met !== null && isLike(met, line, at.now) && isThere(met, line, at) ? follow(met) : null;
    },
    setting: (name, line, at) => {
      const own = ownOf(name);
      // Of a declared name some verdicts are kept: for who holds it and who does not, by what is granted.
      const key = own.rules.trackers.length === 0 ? name : `${name} ${at.held.has(name)} ${grantsOf(at.consent)}`;
      const met = byName.get(key);
      if (met !== undefined && isLike(met, line, at.now) && isThere(met, line, at)) return follow(met);
      const { request, now, consent } = at;
      const question = { kind: 'set-cookie', line, request, held: at.held.has(name), now } as const;
      const verdict = ask.decide(own.rules, consent, question);
      const end = line.indexOf(';');
      // Of a nameless cookie the value is judged, and of a long line its length.
      if (name === '' || end < 0 || line.length > LONGEST_LINE || SPOILT.test(line)) return { name, verdict };
      const attributes = line.slice(end);
      const place = own.rules.trackers.length === 0 ? null : placeOf(own, attributes, name, at);
      return keep(key, { name, verdict, start: line.slice(0, line.indexOf('=') + 1), attributes, now, place, next: null });
    },
    sending: (consent, name, request) => {
      const own = ownOf(name);
      if (!own.isEverywhere) return ask.decide(own.rules, consent, { kind: 'cookie', name, request });
      const { sends } = standing(consent, request);
      const known = sends.get(name);
      if (known !== undefined) return known;
      const verdict = ask.decide(own.rules, consent, { kind: 'cookie', name, request });
      if (sends.size >= MOST_HELD) sends.clear();
      if (name.length <= LONGEST_NAME) sends.set(name, verdict);
      return verdict;
    },
    ends: (consent, name, request) => {
      // No path matters: a declared cookie ends in its scopes, and an undeclared one is looked for at "/" at the least.
      const { ends } = standing(consent, request);
      const known = ends.get(name);
      if (known !== undefined) return known;
      const found = ask.expiryLines(ownOf(name).rules, consent, { heldNames: [name], request, unknownBudget: 1 }).length > 0;
      if (ends.size >= MOST_HELD) ends.clear();
      if (name.length <= LONGEST_NAME) ends.set(name, found);
      return found;
    },
  };
}
