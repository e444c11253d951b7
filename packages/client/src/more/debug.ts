// What a developer asks in the console: what is declared for this page, what is here, and what was refused and where it came from.
import { scanCookieHeader } from '@candor/core';
import type { DebugReport } from '../api.ts';
import type { Page } from '../page.ts';

/** A report on this page at this moment. Names only, no values. */
export function debug({ env, state, asker }: Page): DebugReport {
  const declared = state.enforcement.trackers.flatMap((rule) => {
    const names =
      rule.kind === 'request'
        ? rule.match.hosts
        : rule.names.map((name) => ('exact' in name ? name.exact : `${name.prefix}*${name.suffix ?? ''}`));
    return names.map((name) => ({ kind: rule.kind, name, purposes: rule.purposes, allowed: asker.allows(rule.purposes) }));
  });
  const seen = (kind: 'local' | 'session', store: Storage) =>
    Object.keys(store).map((name) => ({ kind, name, allowed: !asker.refusesStore(kind, name) }));
  // A copy: what is told here changes nothing that holds.
  return structuredClone({
    declaration: state.enforcement.declaration,
    consent: asker.consent,
    declared,
    observed: [
      ...scanCookieHeader(env.readCookies()).map(({ name }) => ({ kind: 'cookie' as const, name, allowed: !asker.refusesCookie(name) })),
      ...seen('local', env.window.localStorage),
      ...seen('session', env.window.sessionStorage),
    ],
    blocked: asker.blocked,
  });
}
