// Profile ids as they arrive from a command line.

import { profiles } from '@candor/catalog';
import type { ProfileId } from '@candor/core';

/** Whether the text is the id of a region profile. */
export function isProfileId(text: string): text is ProfileId {
  return Object.hasOwn(profiles, text);
}
