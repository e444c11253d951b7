// What every projection is compiled with.
import type { ProfileId } from '../declaration/types.ts';

/** The visitor's profile, and which regions (ISO 3166-1 or -2 codes) the host serves under each profile. */
export type ProjectionOptions = {
  readonly profile: ProfileId;
  readonly regions?: { readonly [P in ProfileId]?: readonly string[] };
};
