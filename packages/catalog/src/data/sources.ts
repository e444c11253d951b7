// Documents and packages that rows were read in. `verified`: the owner's own document was read, not a list about it.
import type { Because } from '@candor/core';

/** Id of a source. */
export type SourceId = 'ocdb' | 'tpw' | 'django';

/** By source id. */
export const sources: { readonly [Id in SourceId]: Because } = {
  ocdb: {
    source:
      'Open Cookie Database (Apache-2.0), in the npm package @slashgear/gdpr-cookie-scanner 3.8.2, file dist/data/open-cookie-database.json',
    asOf: '2026-11-23',
    verified: false,
  },
  tpw: { source: 'npm package third-party-web 0.30.0 (MIT), file dist/entities-nostats.json', asOf: '2026-11-23', verified: false },
  django: {
    source: 'Django documentation, settings reference: SESSION_COOKIE_AGE, CSRF_COOKIE_AGE, LANGUAGE_COOKIE_AGE',
    asOf: '2026-11-23',
    verified: true,
  },
};
