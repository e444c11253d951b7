// What a developer asks in the console: what is declared for this page, what is here, and what was refused and where it came from.
import { scanCookieHeader } from '@candor/core';
import type { DebugReport } from '../api.ts';
import type { Page } from '../page.ts';

/** A report on this page at this moment. Names only, no values. */
export function debug({ env, state, asker }: Page): DebugReport {
  const { localStorage: local, sessionStorage: session } = env.window;
  const declared = state.enforcement.trackers.flatMap((rule) => {
    const names =
      rule.kind === 'request'
        ? rule.match.hosts
        : rule.names.map((name) => ('exact' in name ? name.exact : `${name.prefix}*${name.suffix ?? ''}`));
    return names.map((name) => ({ kind: rule.kind, name, purposes: rule.purposes, allowed: asker.allows(rule.purposes) }));
  });
  const seen = (kind: 'cookie' | 'local' | 'session', names: readonly string[], refuses: (name: string) => boolean) =>
    names.map((name) => ({ kind, name, allowed: !refuses(name) }));
  return {
    declaration: state.enforcement.declaration,
    consent: asker.consent,
    declared,
    observed: [
      ...seen(
        'cookie',
        scanCookieHeader(env.readCookies()).map(({ name }) => name),
        asker.refusesCookie,
      ),
      ...seen('local', Object.keys(local), (name) => asker.refusesStore('local', name)),
      ...seen('session', Object.keys(session), (name) => asker.refusesStore('session', name)),
    ],
    blocked: asker.blocked,
  };
}
