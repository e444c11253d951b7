// What trackers do now that nobody was told before. One row an aspect; removing or narrowing anything is no row's business.
import { encodeCanonicalJson } from '../base/canonical-json.ts';
import type { ChangeCode, Widening } from './change.ts';
import { coversAll, coversLife, coversMatch, coversName, coversScope, coversSetWhen, includesAll } from './cover.ts';
import { quote } from './path.ts';
import type { Declaration, Tracker } from './types.ts';

/** One way in which a tracker can widen. `message` follows the tracker's id. */
type Aspect = {
  readonly code: ChangeCode;
  readonly field: string;
  readonly message: string;
  readonly covers: (before: Tracker, after: Tracker) => boolean;
};

const sameSiteReach = { strict: 0, lax: 1, none: 2 } as const;

const aspects: readonly Aspect[] = [
  { code: 'KIND_CHANGED', field: 'kind', message: 'is of another kind', covers: (before, after) => before.kind === after.kind },
  {
    code: 'PROVIDER_ADDED',
    field: 'provider',
    message: 'has another provider',
    covers: (before, after) => before.provider === after.provider,
  },
  {
    code: 'RECIPIENT_ADDED',
    field: 'recipients',
    message: 'has a new recipient',
    covers: (before, after) => includesAll(before.recipients, after.recipients),
  },
  {
    code: 'LOCATION_ADDED',
    field: 'locations',
    message: 'is in a new location',
    covers: (before, after) => includesAll(before.locations, after.locations),
  },
  {
    code: 'MOMENT_WIDER',
    field: 'setWhen',
    message: 'can appear at another moment',
    covers: (before, after) => coversSetWhen(before.setWhen, after.setWhen),
  },
  {
    code: 'DATA_ADDED',
    field: 'data',
    message: 'has a new category of data',
    covers: (before, after) => includesAll(before.data.categories, after.data.categories),
  },
  {
    code: 'RETENTION_LONGER',
    field: 'data',
    message: 'has data that are kept longer',
    covers: (before, after) => retentionOf(after) <= retentionOf(before),
  },
  {
    code: 'LIFE_LONGER',
    field: 'life',
    message: 'lasts longer',
    covers: (before, after) => !('life' in before && 'life' in after) || coversLife(before.life, after.life),
  },
  {
    code: 'NAME_WIDER',
    field: 'names',
    message: 'has a new name',
    covers: (before, after) => !('names' in before && 'names' in after) || coversAll(before.names, after.names, coversName),
  },
  {
    code: 'SCOPE_WIDER',
    field: 'scopes',
    message: 'reaches a new host, path or partition',
    covers: (before, after) => !('scopes' in before && 'scopes' in after) || coversAll(before.scopes, after.scopes, coversScope),
  },
  {
    code: 'SAME_SITE_WIDER',
    field: 'sameSite',
    message: 'travels with more requests from other sites',
    covers: (before, after) =>
      !('sameSite' in before && 'sameSite' in after) || sameSiteReach[after.sameSite] <= sameSiteReach[before.sameSite],
  },
  {
    code: 'ORIGIN_ADDED',
    field: 'origins',
    message: 'is in a new origin',
    covers: (before, after) => !('origins' in before && 'origins' in after) || includesAll(before.origins, after.origins),
  },
  {
    code: 'MATCH_WIDER',
    field: 'match',
    message: 'goes to a new host, path or method',
    covers: (before, after) => !('match' in before && 'match' in after) || coversMatch(before.match, after.match),
  },
  {
    code: 'USE_ADDED',
    field: 'as',
    message: 'is loaded in a new way',
    covers: (before, after) => !('as' in before && 'as' in after) || includesAll(before.as, after.as),
  },
  {
    code: 'CREDENTIALS_ADDED',
    field: 'credentials',
    message: 'carries cookies now',
    covers: (before, after) => !('credentials' in before && 'credentials' in after) || before.credentials || !after.credentials,
  },
];

/** Widenings of trackers, new ones included; a new id for a tracker that is otherwise the same widens nothing. */
export function diffTrackers(before: Declaration, after: Declaration): readonly Widening[] {
  const gone = new Map<string, string>();
  for (const [id, tracker] of Object.entries(before.trackers)) {
    if (!Object.hasOwn(after.trackers, id)) gone.set(encodeCanonicalJson(tracker), id);
  }
  return Object.entries(after.trackers).flatMap(([id, tracker]) => {
    const old = Object.hasOwn(before.trackers, id) ? before.trackers[id] : undefined;
    return old === undefined ? [describeNew(id, tracker, gone.get(encodeCanonicalJson(tracker)))] : diffTracker(id, old, tracker);
  });
}

function describeNew(id: string, { purposes }: Tracker, oldId: string | undefined): Widening {
  const path = ['trackers', id];
  if (oldId === undefined) return { path, code: 'TRACKER_ADDED', message: `The tracker ${quote(id)} is new`, purposes };
  return { path, code: 'TRACKER_RENAMED', message: `The tracker ${quote(oldId)} is called ${quote(id)} now`, purposes: [] };
}

function diffTracker(id: string, before: Tracker, after: Tracker): readonly Widening[] {
  const widenings: Widening[] = [];
  const added = after.purposes.filter((purpose) => !before.purposes.includes(purpose));
  if (added.length > 0) {
    const message = `The tracker ${quote(id)} serves a new purpose`;
    widenings.push({ path: ['trackers', id, 'purposes'], code: 'TRACKER_PURPOSE_ADDED', message, purposes: added });
  }
  for (const { code, field, message, covers } of aspects) {
    if (covers(before, after)) continue;
    widenings.push({ path: ['trackers', id, field], code, message: `The tracker ${quote(id)} ${message}`, purposes: after.purposes });
  }
  return widenings;
}

// A retention that is not stated may be any.
function retentionOf({ data }: Tracker): number {
  return data.retentionDays ?? Number.POSITIVE_INFINITY;
}
