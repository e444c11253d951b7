// The answer to "what may be shown of these days", compiled from counts and the declaration.
import type { Basis, Because, Declaration, Identified, ProfileId } from '@candor/core';
import { formatDay, parseDay } from './local-day.ts';
import type { DayCount, Table } from './release.ts';
import { releaseTable, releaseVisitors } from './release.ts';
import type { KeyStart, StoredCount } from './store.ts';

/** Under what the site counts, for its default profile. `ground` and `because` are null where the basis is consent, or nothing is counted. */
export type MeasurementBasis = {
  readonly profile: ProfileId;
  readonly purpose: string | null;
  readonly tier: 'A' | 'B' | 'C' | 'none';
  readonly kind: Basis['kind'] | null;
  readonly ground: string | null;
  readonly because: Because | null;
};

/** Numbers of a range of days, folded and rounded. `dailyVisitors` sums the days' visitors: it is no number of people. */
export type Statistics = {
  readonly declaration: string;
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly k: number;
  readonly basis: MeasurementBasis;
  readonly days: readonly DayCount[];
  readonly totals: { readonly views: number; readonly dailyVisitors: number };
  readonly paths: Table;
  readonly referrers: Table;
  readonly languages: Table;
  readonly devices: Table;
  readonly browsers: Table;
};

/** What statistics are compiled from: every stored count and key start of the days `from` to `to`, and which day lasts still. */
export type StatisticsInput = {
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly counts: readonly StoredCount[];
  readonly keyStarts: readonly KeyStart[];
};

const secondsPerDay = 86_400;
const maxDays = 800;

/** The threshold that holds: the declared one, at least 1. */
export function thresholdOf(declaration: Declaration): number {
  return Math.max(1, Math.floor(declaration.measurement?.k ?? 1));
}

/** The days of a range, or null when it is none: not two days, out of order, or more than 800. */
export function daysOf(from: string, to: string): readonly string[] | null {
  const first = parseDay(from);
  const last = parseDay(to);
  if (first === null || last === null || first > last || (last - first) / secondsPerDay >= maxDays) return null;
  return Array.from({ length: (last - first) / secondsPerDay + 1 }, (_, at) => formatDay(first + at * secondsPerDay));
}

/** Compiles statistics for days that `daysOf` gave. */
export function compileStatistics({ declaration, id }: Identified, days: readonly string[], input: StatisticsInput): Statistics {
  const k = thresholdOf(declaration);
  const counted = days.map((day) => compileDay(day, k, input));
  const table = (dimension: string): Table => releaseTable(dimension, input.counts, k);
  return {
    declaration: id,
    from: input.from,
    to: input.to,
    timeZone: declaration.site.timeZone,
    k,
    basis: basisOf(declaration),
    days: counted,
    totals: {
      views: counted.reduce((sum, day) => sum + day.views, 0),
      dailyVisitors: counted.reduce((sum, day) => sum + (day.visitors ?? 0), 0),
    },
    paths: table('path'),
    referrers: table('referrer'),
    languages: table('language'),
    devices: table('device'),
    browsers: table('browser'),
  };
}

/** Tier, basis, ground and source of the measurement purpose under the default profile. */
export function basisOf(declaration: Declaration): MeasurementBasis {
  const { measurement, profiles } = declaration;
  const profile = profiles.default;
  if (measurement === undefined) return { profile, purpose: null, tier: 'none', kind: null, ground: null, because: null };
  const purpose = Object.hasOwn(declaration.purposes, measurement.purpose) ? declaration.purposes[measurement.purpose] : undefined;
  const basis = purpose === undefined ? undefined : (purpose.basis[profile] ?? purpose.basis.default);
  const reasons =
    basis === undefined || basis.kind === 'consent' ? { ground: null, because: null } : { ground: basis.ground, because: basis.because };
  return {
    profile,
    purpose: measurement.purpose,
    tier: measurement.tier[profile] ?? measurement.tier.default,
    kind: basis?.kind ?? null,
    ...reasons,
  };
}

function compileDay(day: string, k: number, { counts, keyStarts, today }: StatisticsInput): DayCount {
  const whole = counts.find((count) => count.day === day && count.dimension === '');
  const provisional = day >= today;
  return {
    day,
    views: whole?.views ?? 0,
    visitors: releaseVisitors(whole?.visitors ?? 0, k, provisional),
    provisional,
    // The first key of a day changed nothing.
    keyChanges: keyStarts
      .filter((start) => start.day === day)
      .map((start) => start.at)
      .sort((one, two) => one - two)
      .slice(1),
  };
}
