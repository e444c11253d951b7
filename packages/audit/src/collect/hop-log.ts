// Requests, their redirects and their headers. The protocol tells a request and its headers on two channels that do not wait for each
// other, so nothing is paired before it is read: the nth set of headers belongs to the nth hop that had any.
import { nameOfLine, withoutValue } from './cookie-line.ts';
import type { CookieWrite, Initiator, Moment, RefusedCookie } from './observation.ts';
import { requestFacts } from './request-facts.ts';

/** One request, or one step of a redirect. */
export type Hop = { readonly url: string; readonly method: string; readonly initiator: Initiator | null };

/** The headers of one response, and the cookies among them that the browser refused. */
export type Answer = {
  readonly moment: Moment;
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly refused: readonly { readonly line: string; readonly reasons: readonly string[] }[];
};

/** Collects by the protocol's request id, which a request shares with its redirects. */
export interface HopLog {
  /**
   * A request or a hop was sent. `previous` says whether the hop before had headers, null where the protocol does not say that it was
   * redirected: then that hop is returned, since it will get no end of its own.
   */
  sent(id: string, hop: Hop, previous: boolean | null): Hop | null;
  /** Names of the cookies that travelled. */
  carried(id: string, names: ReadonlySet<string>): void;
  /** Whether headers of the last hop are told, now or later; what was said first counts. */
  announced(id: string, headers: boolean): void;
  /** The last hop failed although its response was received: where the request left, its headers are told. */
  withheld(id: string): void;
  answered(id: string, answer: Answer): void;
  /** What a handshake said itself; counts only where no headers were told. */
  shookHands(id: string, answer: Answer): void;
  /** How many announced headers have not arrived. */
  owed(): number;
  /** Waits no longer for what is owed; it still counts should it arrive. */
  forgive(): void;
  read(): { readonly writes: readonly CookieWrite[]; readonly refused: readonly RefusedCookie[] };
}

type Sent = Hop & { headers: boolean | null };
type Chain = { readonly hops: Sent[]; readonly carried: ReadonlySet<string>[]; readonly answers: Answer[]; handshake: Answer | null };

/** An empty log. */
export function createHopLog(): HopLog {
  const chains = new Map<string, Chain>();
  const chainOf = (id: string): Chain => {
    const chain = chains.get(id) ?? { hops: [], carried: [], answers: [], handshake: null };
    chains.set(id, chain);
    return chain;
  };
  return {
    sent: (id, hop, previous) => {
      const { hops } = chainOf(id);
      const before = hops.at(-1);
      hops.push({ ...hop, headers: null });
      if (before === undefined) return null;
      if (previous === null) return before;
      before.headers = previous;
      return null;
    },
    carried: (id, names) => {
      chainOf(id).carried.push(names);
    },
    announced: (id, headers) => {
      const last = chainOf(id).hops.at(-1);
      if (last !== undefined) last.headers ??= headers;
    },
    withheld: (id) => {
      const { hops, carried } = chainOf(id);
      const last = hops.at(-1);
      if (last !== undefined && carried.length >= hops.filter((hop) => hop.headers !== false).length) last.headers = true;
    },
    answered: (id, answer) => {
      chainOf(id).answers.push(answer);
    },
    shookHands: (id, answer) => {
      chainOf(id).handshake = answer;
    },
    owed: () => [...chains.values()].reduce((sum, chain) => sum + owedBy(chain), 0),
    forgive: () => {
      for (const chain of chains.values()) {
        if (owedBy(chain) > 0) for (const hop of chain.hops) hop.headers = hop.headers === true ? null : hop.headers;
      }
    },
    read: () => {
      const pairs = [...chains.values()].flatMap(pairUp);
      return { writes: pairs.flatMap(writesOf), refused: pairs.flatMap(refusedBy) };
    },
  };
}

function owedBy({ hops, answers }: Chain): number {
  return Math.max(0, hops.filter((hop) => hop.headers === true).length - answers.length);
}

type Pair = { readonly hop: Hop; readonly answer: Answer; readonly carried: ReadonlySet<string> | undefined };

function pairUp({ hops, carried, answers, handshake }: Chain): readonly Pair[] {
  const withHeaders = hops.filter((hop) => hop.headers !== false);
  const known = answers.length === 0 && handshake !== null ? [handshake] : answers;
  return known.flatMap((answer, index) => {
    const hop = withHeaders[index];
    return hop === undefined ? [] : [{ hop, answer, carried: carried[index] }];
  });
}

function writesOf({ hop, answer, carried }: Pair): readonly CookieWrite[] {
  const refused = new Set(answer.refused.map(({ line }) => line));
  const redirects = answer.status >= 300 && answer.status < 400;
  const redirectTo = redirects ? (valuesOf(answer, 'location')[0] ?? null) : null;
  return valuesOf(answer, 'set-cookie')
    .flatMap((value) => value.split('\n'))
    .filter((line) => !refused.has(line))
    .map((line) => {
      const bare = withoutValue(line);
      return {
        moment: answer.moment,
        api: 'set-cookie',
        line: bare,
        setter: { kind: 'http-response', url: hop.url, method: hop.method, status: answer.status, redirectTo, initiator: hop.initiator },
        request: requestFacts(hop.url, hop.method),
        held: carried?.has(nameOfLine(bare)) === true,
      };
    });
}

function refusedBy({ hop, answer }: Pair): readonly RefusedCookie[] {
  return answer.refused.map(({ line, reasons }) => ({
    moment: answer.moment,
    name: nameOfLine(withoutValue(line)),
    url: hop.url,
    reasons,
  }));
}

function valuesOf({ headers }: Answer, wanted: string): readonly string[] {
  return Object.entries(headers)
    .filter(([name]) => name.toLowerCase() === wanted)
    .map(([, value]) => value);
}
