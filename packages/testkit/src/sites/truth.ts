// What a site of the corpus did, from the log of its own server: every line that it sent, every write that its scripts told of.

/** What the visitor had answered when something happened. `closed`: the question went away without an answer. */
export type CorpusPhase = 'unasked' | 'closed' | 'accepted' | 'rejected' | 'withdrawn';

/** Where something is kept on a device. */
export type CorpusStore = 'cookie' | 'local' | 'session' | 'indexed-db' | 'cache' | 'opfs' | 'service-worker' | 'window-name';

/** Who put it there. */
export type CorpusSetter = 'http' | 'script' | 'cookie-store' | 'worker' | 'service-worker' | 'frame' | 'web-socket';

/** What a site does besides storing and loading. */
export type CorpusAct =
  | 'canvas-read'
  | 'audio-read'
  | 'font-list'
  | 'device-reads'
  | 'replay'
  | 'key-log'
  | 'personal-data-sent'
  | 'identifier-sent'
  | 'cookie-sync'
  | 'link-decoration'
  | 'bounce'
  | 'respawn'
  | 'signal';

/** The attributes of a cookie as it was sent; `seconds` null is a session. */
export type CorpusCookie = {
  readonly domain: string | null;
  readonly path: string;
  readonly seconds: number | null;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: 'strict' | 'lax' | 'none' | null;
  readonly partitioned: boolean;
};

/** Something kept, by name and host; a name of a store other than the jar belongs to the host's origin. */
export type CorpusThing = {
  readonly store: CorpusStore;
  readonly name: string;
  readonly host: string;
  readonly cookie?: CorpusCookie;
};

/** One thing that a site did. */
export type CorpusDeed =
  | ({ readonly kind: 'stored'; readonly by: CorpusSetter } & CorpusThing)
  | ({ readonly kind: 'removed' } & CorpusThing)
  | { readonly kind: 'refused'; readonly name: string; readonly host: string }
  | { readonly kind: 'requested'; readonly host: string; readonly path: string; readonly method: string }
  | { readonly kind: 'did'; readonly act: CorpusAct; readonly host: string };

/** A line of the log. `at` is Unix milliseconds of the server; `gpc` says that the visitor sent the signal. */
export type CorpusEntry = { readonly at: number; readonly phase: CorpusPhase; readonly gpc: boolean; readonly deed: CorpusDeed };

/** A thing with everything that was seen of it: first setter, phases in which it was stored, and whether with the signal. */
export type TruthItem = CorpusThing & {
  readonly by: CorpusSetter;
  readonly at: number;
  readonly phases: readonly CorpusPhase[];
  readonly gpc: boolean;
};

/** A host and path outside of the site that was asked. */
export type TruthRequest = { readonly host: string; readonly path: string; readonly phases: readonly CorpusPhase[]; readonly gpc: boolean };

/** What the log says. `held` is what one visitor's device holds at its end; it means nothing where visitors came side by side. */
export type LoggedTruth = {
  readonly items: readonly TruthItem[];
  readonly held: readonly TruthItem[];
  readonly refused: readonly { readonly name: string; readonly host: string }[];
  readonly requests: readonly TruthRequest[];
  readonly acts: readonly { readonly act: CorpusAct; readonly host: string; readonly phases: readonly CorpusPhase[] }[];
};

/** Browsers keep a cookie for at most this long. Seconds. */
export const longestCookieLife: number = 400 * 86_400;

/** Tells two things apart as a browser does: a cookie by name, domain, path and partition, all else by store, name and host. */
export function keyOfThing({ store, name, host, cookie }: CorpusThing): string {
  if (cookie === undefined) return [store, name, host].join(' ');
  const place = cookie.domain === null ? host : `.${cookie.domain}`;
  return [store, name, place, cookie.path, cookie.partitioned ? 'partitioned' : ''].join(' ').trim();
}

const isOver = ({ cookie, at }: TruthItem, now: number): boolean =>
  cookie !== undefined && cookie.seconds !== null && at + Math.min(cookie.seconds, longestCookieLife) * 1000 <= now;

function addTo<T extends { readonly phases: readonly CorpusPhase[] }>(table: Map<string, T>, key: string, item: T): void {
  const known = table.get(key);
  table.set(key, known === undefined ? item : { ...item, ...known, phases: [...new Set([...known.phases, ...item.phases])] });
}

/** Reads the log in the order of its times. `now` is Unix milliseconds: what has run out by then is not held. */
export function readLog(log: readonly CorpusEntry[], now: number): LoggedTruth {
  const items = new Map<string, TruthItem>();
  const held = new Map<string, TruthItem>();
  const refused = new Map<string, { readonly name: string; readonly host: string }>();
  const requests = new Map<string, TruthRequest>();
  const acts = new Map<string, LoggedTruth['acts'][number]>();
  for (const { at, phase, gpc, deed } of log.toSorted((one, other) => one.at - other.at)) {
    const phases = [phase];
    if (deed.kind === 'stored') {
      const { kind: _kind, ...thing } = deed;
      addTo(items, keyOfThing(thing), { ...thing, at, phases, gpc });
      held.set(keyOfThing(thing), { ...thing, at, phases, gpc });
    } else if (deed.kind === 'removed') held.delete(keyOfThing(deed));
    else if (deed.kind === 'refused') refused.set(`${deed.name} ${deed.host}`, { name: deed.name, host: deed.host });
    else if (deed.kind === 'requested') addTo(requests, `${deed.host} ${deed.path}`, { host: deed.host, path: deed.path, phases, gpc });
    else addTo(acts, `${deed.act} ${deed.host}`, { act: deed.act, host: deed.host, phases });
  }
  return {
    items: [...items.values()],
    held: [...held.values()].filter((item) => !isOver(item, now)),
    refused: [...refused.values()],
    requests: [...requests.values()],
    acts: [...acts.values()],
  };
}
