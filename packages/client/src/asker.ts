// The one question, put from inside the page, and the memory of what was refused here.
import type { ConsentState, PageState, Question, RequestFacts, RequestUse, Verdict, VerdictCode } from '@candor/core';
import { areAllowed, decideRequest, decideSending, decideStorage } from '@candor/core';
import type { Blocked } from './api.ts';
import type { Env } from './env.ts';

type Store = Extract<Question, { readonly kind: 'storage' }>['store'];

/** Asks with the consent of the moment. A refusal is remembered under a name; a throw is a refusal. */
export type Asker = {
  readonly state: PageState;
  consent: ConsentState;
  readonly blocked: readonly Blocked[];
  /** Scripts that a gate has let through. */
  readonly ours: WeakSet<object>;
  request(): RequestFacts;
  /** Whether the verdict is a no. `from` is where the attempt was made, if it was made before. */
  refuses(kind: Blocked['kind'], name: string, decide: () => Pick<Verdict, 'code'>, from?: string): boolean;
  /** Whether a cookie of this name may not be here. */
  refusesCookie(name: string): boolean;
  refusesStore(store: Store, name: unknown): boolean;
  /** Whether this may be loaded. An address that cannot be read is the browser's to refuse. */
  mayLoad(address: unknown, as: RequestUse, method?: unknown): boolean;
  /** Whether all of these purposes are allowed now; none at all are not. */
  allows(purposes: readonly string[]): boolean;
};

const KEPT = 200;

/** Starts with the state of the page. `emit` tells of each refusal. */
export function createAsker(
  { now, location, document, window }: Env,
  state: PageState,
  emit: (event: 'blocked', entry: Blocked) => void,
): Asker {
  const blocked: Blocked[] = [];
  const rules = state.enforcement;
  const asker: Asker = {
    state,
    consent: state.consent,
    blocked,
    ours: new WeakSet(),
    request: () => ({ host: location.hostname, path: location.pathname, method: 'GET', secure: window.isSecureContext }),
    refuses: (kind, name, decide, from) => {
      let code: VerdictCode = 'DROP_UNDECLARED';
      try {
        ({ code } = decide());
      } catch {}
      if (!code.startsWith('DROP')) return false;
      // What passes, and that is nearly everything, pays for no stack.
      const stack = from ?? new Error().stack ?? '';
      // Once for each place it came from, and no more than somebody would read.
      if (blocked.length < KEPT && !blocked.some((before) => before.name === name && before.stack === stack)) {
        const entry = { kind, name, code, at: now(), stack };
        blocked.push(entry);
        emit('blocked', entry);
      }
      return true;
    },
    refusesCookie: (name) => asker.refuses('cookie', name, () => decideSending(rules, asker.consent, { name, request: asker.request() })),
    refusesStore: (store, given) => {
      const name = String(given);
      return asker.refuses('storage', name, () => decideStorage(rules, asker.consent, { store, origin: location.origin, name }));
    },
    mayLoad: (address, as, method = 'GET') => {
      try {
        // The browser itself says where an address leads.
        const { protocol, origin, hostname, pathname: path } = new URL(String(address), document.baseURI);
        const host = /^(?:http|ws)/.test(protocol) ? hostname : '';
        const question = { as, method: String(method).toUpperCase(), address: { host, path } };
        return !asker.refuses('request', origin + path, () => decideRequest(rules, asker.consent, question));
      } catch {
        return true;
      }
    },
    allows: (purposes) => areAllowed(purposes, asker.consent),
  };
  return asker;
}
