// What a region's rules mean for Candor, as a shape. The rules themselves are rows in data/profiles.ts.
import type { Because, ProfileId } from '@candor/core';

/** One region's rules. Days are calendar days; null where the sources read give no figure. */
export type Profile = {
  readonly id: ProfileId;
  readonly name: string;
  /** opt-in: nothing before a yes. opt-out: on until a no. notice: on, and told. */
  readonly model: 'opt-in' | 'opt-out' | 'notice';
  readonly rejectOnFirstLayer: boolean;
  readonly askAgainAfterDays: number | null;
  readonly maxChoiceDays: number | null;
  readonly statistics: {
    /** The least intrusive tier that needs no consent, or `none`. A: nothing stored or read on the device. B: exempt cookie. */
    readonly tier: 'A' | 'B';
    readonly basis: 'exempt' | 'objectable' | 'notice';
    readonly ground: string;
  };
  readonly gpc: 'opt-out' | 'deny-unless-chosen' | 'record-only';
  readonly authority: { readonly name: string; readonly url: string };
  readonly because: Because;
};
