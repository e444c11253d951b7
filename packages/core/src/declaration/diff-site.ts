// What the parties, the locations, the measurement and the signals are now that they were not before.
import { profilesOf, valueFor } from './basis.ts';
import type { Widening } from './change.ts';
import { coversMatch, includesAll } from './cover.ts';
import { quote } from './path.ts';
import type { Declaration, Provider } from './types.ts';

type Measurement = NonNullable<Declaration['measurement']>;

const tierReach = { none: 0, A: 1, B: 2, C: 3 } as const;

/** Widenings outside of trackers and purposes. */
export function diffSite(before: Declaration, after: Declaration): readonly Widening[] {
  return [
    ...diffController(before, after),
    ...diffProviders(before, after),
    ...diffLocations(before, after),
    ...diffMeasurement(before, after),
    ...diffSignals(before, after),
  ];
}

function diffController(before: Declaration, after: Declaration): readonly Widening[] {
  if (before.controller.provider === after.controller.provider) return [];
  const message = `The controller is ${quote(after.controller.provider)} now`;
  return [{ path: ['controller', 'provider'], code: 'CONTROLLER_CHANGED', message, purposes: Object.keys(after.purposes) }];
}

// Consent is given to named parties: behind the same id there must be the same one, in the same place, in the same role.
function diffProviders(before: Declaration, after: Declaration): readonly Widening[] {
  return Object.entries(after.providers).flatMap(([id, provider]) => {
    const old = Object.hasOwn(before.providers, id) ? before.providers[id] : undefined;
    if (old === undefined) return [];
    const widening = (code: Widening['code'], field: keyof Provider, words: string): Widening => {
      return {
        path: ['providers', id, field],
        code,
        message: `The provider ${quote(id)} ${words}`,
        purposes: purposesOfProvider(after, id),
      };
    };
    const widenings: Widening[] = [];
    if (provider.name !== old.name) widenings.push(widening('PROVIDER_RENAMED', 'name', `is ${quote(provider.name)} now`));
    if (provider.country !== old.country) widenings.push(widening('PROVIDER_MOVED', 'country', `is in ${quote(provider.country)} now`));
    if (provider.role !== old.role && provider.role !== 'processor') {
      widenings.push(widening('PROVIDER_ROLE_WIDER', 'role', `has the role ${quote(provider.role)} now`));
    }
    return widenings;
  });
}

function purposesOfProvider({ trackers, controller, purposes }: Declaration, provider: string): readonly string[] {
  if (controller.provider === provider) return Object.keys(purposes);
  const theirs = Object.values(trackers).filter((tracker) => tracker.provider === provider || tracker.recipients.includes(provider));
  return [...new Set(theirs.flatMap((tracker) => tracker.purposes))];
}

function diffLocations(before: Declaration, after: Declaration): readonly Widening[] {
  return Object.entries(after.site.locations).flatMap(([id, { match }]) => {
    const old = Object.hasOwn(before.site.locations, id) ? before.site.locations[id] : undefined;
    if (old === undefined || coversMatch(old.match, match)) return [];
    const there = Object.values(after.trackers).filter((tracker) => tracker.locations.includes(id));
    const purposes = [...new Set(there.flatMap((tracker) => tracker.purposes))];
    return [
      { path: ['site', 'locations', id, 'match'], code: 'LOCATION_WIDER', message: `The location ${quote(id)} is larger now`, purposes },
    ];
  });
}

function diffMeasurement(before: Declaration, after: Declaration): readonly Widening[] {
  const { measurement } = after;
  if (measurement === undefined) return [];
  const purposes = [measurement.purpose];
  if (before.measurement?.purpose !== measurement.purpose) {
    return [
      { path: ['measurement'], code: 'MEASUREMENT_ADDED', message: `Visits are measured for ${quote(measurement.purpose)} now`, purposes },
    ];
  }
  if (!measuresMore(before, after, { old: before.measurement, measurement })) return [];
  return [
    {
      path: ['measurement'],
      code: 'MEASUREMENT_WIDER',
      message: `More is measured for ${quote(measurement.purpose)}, or kept longer`,
      purposes,
    },
  ];
}

function measuresMore(
  before: Declaration,
  after: Declaration,
  { old, measurement }: { readonly old: Measurement; readonly measurement: Measurement },
): boolean {
  const tierIsHigher = profilesOf(before, after).some(
    (profile) => tierReach[valueFor(after, measurement.tier, profile)] > tierReach[valueFor(before, old.tier, profile)],
  );
  return (
    tierIsHigher ||
    !includesAll(old.dimensions, measurement.dimensions) ||
    measurement.k < old.k ||
    measurement.retentionDays > old.retentionDays
  );
}

function diffSignals(before: Declaration, after: Declaration): readonly Widening[] {
  const weaker = profilesOf(before, after).some(
    (profile) =>
      valueFor(after, after.signals.gpc, profile) === 'record-only' && valueFor(before, before.signals.gpc, profile) !== 'record-only',
  );
  if (!weaker) return [];
  const message = 'Global Privacy Control is recorded but no longer followed';
  return [{ path: ['signals', 'gpc'], code: 'SIGNAL_WEAKER', message, purposes: Object.keys(after.purposes) }];
}
