// Permissions-Policy: what a browser offers to recognise people by besides cookies, closed where the declaration does not need it.
import type { Declaration } from '../declaration/types.ts';

/** Interests, auctions, attribution and tokens: nothing that can be declared uses them. */
const NEVER: readonly string[] = [
  'attribution-reporting',
  'browsing-topics',
  'join-ad-interest-group',
  'private-state-token-issuance',
  'private-state-token-redemption',
  'run-ad-auction',
  'shared-storage',
];

/**
 * The value of a Permissions-Policy header. An embed that is declared to come with its cookies may ask for its own storage; where
 * none is, nobody may, and without a declaration neither.
 */
export function compilePermissionsPolicy(declaration: Declaration | null): string {
  const embeds = Object.values(declaration?.trackers ?? {}).some(
    (tracker) => tracker.kind === 'request' && tracker.credentials && tracker.as.includes('frame'),
  );
  return [...NEVER, ...(embeds ? [] : ['storage-access'])].map((feature) => `${feature}=()`).join(', ');
}
