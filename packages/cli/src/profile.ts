// Profile ids as they arrive from a command line.
import { profiles } from '@candor/catalog';
import type { ProfileId } from '@candor/core';
import { CliError } from './errors.ts';

const isProfileId = (text: string): text is ProfileId => Object.hasOwn(profiles, text);

/** The id of a region profile, or undefined where none is named; throws CLI_USAGE for an unknown one. */
export function parseProfile(named: string | undefined): ProfileId | undefined {
  if (named === undefined || isProfileId(named)) return named;
  throw new CliError('CLI_USAGE', `There is no profile "${named}"`, `Profiles: ${Object.keys(profiles).join(', ')}`);
}
