// One line per visit of an audit, for a person who watches.
import type { AuditProgress } from '@candor/audit';

/** What each state of a visit is called. */
export const stateNames: { readonly [state: string]: string } = {
  S0: 'first visit',
  S1: 'accept',
  S2: 'reject',
  S3: 'accept, then withdraw',
  S4: 'close, scroll, ignore',
  S5: 'Global Privacy Control',
  S6: 'without JavaScript',
  S7: 'return visit',
  S8: 'keyboard, small screen',
  S9: 'logged in',
  S10: 'one purpose only',
  language: 'language choice',
  action: 'what the site is for',
};

/** The states, in the order they are visited. */
export const auditStates: readonly string[] = Object.keys(stateNames);

/** The line for an event, or null where it is too small to tell. */
export function progressLine(event: AuditProgress): string | null {
  switch (event.kind) {
    case 'browser':
      return `Browser: ${event.version} (${event.source})`;
    case 'state':
    case 'page':
      return null;
    case 'state-done':
      return `${event.state.padEnd(8)}  ${(stateNames[event.state] ?? '').padEnd(22)}  ${event.status.padEnd(13)}  ${(event.durationMs / 1000).toFixed(1)} s`;
  }
}
