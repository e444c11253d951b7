// The declaration reduced to what deciding needs: no words, no law, plain JSON that can travel into a page.
import { identifyDeclaration } from '../declaration/identify.ts';
import type { Declaration, Life, SetWhen, Tracker } from '../declaration/types.ts';
import type { Enforcement, TrackerRule } from './types.ts';

/** The rules of a declaration, in its own order of trackers. */
export function compileEnforcement(declaration: Declaration): Enforcement {
  const { hosts, prefix } = declaration.site;
  return {
    declaration: identifyDeclaration(declaration),
    siteHosts: hosts,
    prefix,
    trackers: Object.entries(declaration.trackers).map(([id, tracker]) => compileTracker(id, tracker, { hosts, prefix })),
  };
}

/** The rules for when there is no usable declaration: requests to the site itself pass, nothing is stored, nothing else is loaded. */
export function failClosedEnforcement(siteHosts: readonly string[]): Enforcement {
  return { declaration: '', siteHosts, prefix: '', trackers: [] };
}

function compileTracker(id: string, tracker: Tracker, site: { readonly hosts: readonly string[]; readonly prefix: string }): TrackerRule {
  const when = compileMoment(tracker.setWhen, site);
  const shared = when === undefined ? { id, purposes: tracker.purposes } : { id, purposes: tracker.purposes, when };
  switch (tracker.kind) {
    case 'cookie': {
      const { kind, names, secure, httpOnly } = tracker;
      const scopes = tracker.scopes.map(({ partitioned, ...place }) => (partitioned ? { ...place, partitioned } : place));
      const life = compileLife(tracker.life);
      return { ...shared, kind, names, scopes, life, ...(secure && { secure }), ...(httpOnly && { httpOnly }) };
    }
    case 'request':
      return { ...shared, kind: tracker.kind, match: tracker.match, as: tracker.as };
    default:
      return { ...shared, kind: tracker.kind, names: tracker.names, origins: tracker.origins };
  }
}

function compileLife(life: Life): number | null {
  return life.kind === 'session' ? null : life.max;
}

// A choice is made at the front office and nowhere else; the other moments are declared with their requests.
function compileMoment(setWhen: SetWhen, site: { readonly hosts: readonly string[]; readonly prefix: string }): TrackerRule['when'] {
  if (setWhen.on === 'choice') return { on: 'choice', requests: [{ hosts: site.hosts, paths: [site.prefix, `${site.prefix}/*`] }] };
  return 'requests' in setWhen ? { on: setWhen.on, requests: setWhen.requests } : undefined;
}
