// Settings of the signals that follow from consent, for the state of a page: compiled once per profile.
import type { Declaration, PageStateOptions, ProfileId } from '@candor/core';
import { compileProjections } from '@candor/core';
import type { Region } from '../contract.ts';

/** The settings under a profile. */
export type ProjectionSettings = (profile: ProfileId) => PageStateOptions['projections'];

function regionsOf({ profiles }: Region): { readonly [P in ProfileId]?: readonly string[] } {
  const regions: { [P in ProfileId]?: readonly string[] } = {};
  for (const [code, profile] of Object.entries(profiles)) regions[profile] = [...(regions[profile] ?? []), code];
  return regions;
}

/** Prepares the declared projections. Where a header tells regions apart, a signal may name the defaults of the others. */
export function createProjectionSettings(declaration: Declaration, region: Region | undefined): ProjectionSettings {
  const known = new Map<ProfileId, PageStateOptions['projections']>();
  const regions = region === undefined ? {} : { regions: regionsOf(region) };
  return (profile) => {
    const settings = known.get(profile) ?? compileProjections(declaration, { profile, ...regions });
    known.set(profile, settings);
    return settings;
  };
}
