// Under which rule visits are counted for one visitor, and what their signal or objection has to do with it.
import type { Basis, Declaration, PurposeDecision } from '@candor/core';
import { resolveConsent } from '@candor/core';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';

/** The rule for a visitor's profile; null where the site counts nothing. */
export type MeasurementRule = {
  readonly purpose: string;
  readonly tier: 'A' | 'B' | 'C' | 'none';
  readonly basis: Basis;
  readonly decision: PurposeDecision | undefined;
  /** Whether Global Privacy Control alone switches counting off under this profile. */
  readonly signalStops: boolean;
};

/** Reads the rule from the declaration and the visitor's consent state. */
export function measurementRule(site: Site, visit: Visit): MeasurementRule | null {
  const { declaration } = site;
  const { measurement } = declaration;
  const { profile, consent } = visit.context;
  const purpose = measurement === undefined ? undefined : ownPurpose(declaration, measurement.purpose);
  if (measurement === undefined || purpose === undefined) return null;
  const signalled = resolveConsent(declaration, { profile, choice: null, gpc: true, now: site.now() });
  return {
    purpose: measurement.purpose,
    tier: measurement.tier[profile] ?? measurement.tier.default,
    basis: purpose.basis[profile] ?? purpose.basis.default,
    decision: consent.purposes[measurement.purpose],
    signalStops: signalled.purposes[measurement.purpose]?.allowed === false,
  };
}

function ownPurpose(declaration: Declaration, id: string): Declaration['purposes'][string] | undefined {
  return Object.hasOwn(declaration.purposes, id) ? declaration.purposes[id] : undefined;
}
