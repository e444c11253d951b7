// Lints about purposes: does the category go with the basis, is anything left over, is every claim sourced.
import type { Finding, LintRow } from './lint-row.ts';
import { findBases } from './lint-row.ts';
import type { Basis, Category, Declaration } from './types.ts';

const refusable: ReadonlySet<Basis['kind']> = new Set(['consent', 'objectable', 'opt-out']);

/** The rows, in the order they are reported. */
export const purposeLints: readonly LintRow[] = [
  {
    code: 'LINT_NECESSARY_BASIS',
    severity: 'error',
    message: 'The purpose "{about}" is called necessary and can still be refused',
    hint: 'Give it an exemption, or another category',
    find: (declaration) => findBases(declaration, (basis, category) => category === 'necessary' && refusable.has(basis.kind)),
  },
  {
    code: 'LINT_MARKETING_BASIS',
    severity: 'error',
    message: 'The purpose "{about}" is marketing, for which there is no exemption and no legitimate interest',
    hint: 'Use "consent", or "opt-out" or "notice" where a region allows it',
    find: (declaration) =>
      findBases(declaration, (basis, category) => category === 'marketing' && (basis.kind === 'exempt' || basis.kind === 'objectable')),
  },
  {
    code: 'LINT_GROUND_INTEREST',
    severity: 'warning',
    message: 'The ground for "{about}" speaks of legitimate interest, which does not allow storing on a device',
    hint: 'Name the exemption that applies (ePrivacy directive, article 5(3)), or use "consent"',
    find: (declaration) =>
      findBases(declaration, (basis) => basis.kind !== 'consent' && /legitimate interest|intérêts? légitimes?/iu.test(basis.ground)),
  },
  {
    code: 'LINT_BASIS_UNVERIFIED',
    severity: 'warning',
    message: 'Nobody has checked the source for the basis of "{about}"',
    hint: 'Read the source, correct "asOf" and set "verified" to true',
    find: (declaration) => findBases(declaration, (basis) => basis.kind !== 'consent' && !basis.because.verified),
  },
  {
    code: 'LINT_PURPOSE_UNUSED',
    severity: 'warning',
    message: 'Nothing declared serves the purpose "{about}"',
    hint: 'Remove it, or declare what it is for; its number stays taken',
    find: (declaration) => findUnusedPurposes(declaration, (category) => category !== 'statistics'),
  },
  {
    code: 'LINT_STATISTICS_EMPTY',
    severity: 'error',
    message: 'The statistics purpose "{about}" is promised and neither measured nor in the table',
    hint: 'Declare its trackers, or a "measurement" for it',
    find: (declaration) => findUnusedPurposes(declaration, (category) => category === 'statistics'),
  },
  {
    code: 'LINT_MEASUREMENT_CATEGORY',
    severity: 'error',
    message: 'Visits are measured for the purpose "{about}", which is not statistics',
    hint: 'Measure for a purpose of the category "statistics"',
    find: (declaration) => {
      const measured = declaration.measurement?.purpose;
      return measured === undefined || isStatistics(declaration, measured) ? [] : [{ path: ['measurement', 'purpose'], about: measured }];
    },
  },
  {
    code: 'LINT_MEASUREMENT_ROW',
    severity: 'error',
    message: 'Measurement of tier B or C stores something, and no tracker of "{about}" says what',
    hint: 'Declare the cookie it stores, or use tier "A"',
    find: ({ measurement, trackers }) => {
      if (measurement === undefined || Object.values(measurement.tier).every((tier) => tier === 'A' || tier === 'none')) return [];
      const stored = Object.values(trackers).some(
        (tracker) => tracker.kind !== 'request' && tracker.purposes.includes(measurement.purpose),
      );
      return stored ? [] : [{ path: ['measurement', 'tier'], about: measurement.purpose }];
    },
  },
];

function findUnusedPurposes(declaration: Declaration, wanted: (category: Category) => boolean): readonly Finding[] {
  const { purposes, trackers, measurement, scripts } = declaration;
  const used = new Set(Object.values(trackers).flatMap((tracker) => tracker.purposes));
  for (const hash of scripts.hashes) for (const purpose of hash.purposes) used.add(purpose);
  if (measurement !== undefined) used.add(measurement.purpose);
  return Object.entries(purposes).flatMap(([id, { category }]) =>
    used.has(id) || !wanted(category) ? [] : [{ path: ['purposes', id], about: id }],
  );
}

function isStatistics(declaration: Declaration, purpose: string): boolean {
  return declaration.purposes[purpose]?.category === 'statistics';
}
