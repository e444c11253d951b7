import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Declaration, Tracker } from '../../src/declaration/types.ts';
import { compilePermissionsPolicy } from '../../src/enforce/compile-permissions.ts';
import { decisionDeclaration } from './decision-declaration.ts';

const closed =
  'attribution-reporting=(), browsing-topics=(), join-ad-interest-group=(), private-state-token-issuance=(), ' +
  'private-state-token-redemption=(), run-ad-auction=(), shared-storage=()';

const uses = ['script', 'image', 'frame', 'connect', 'style', 'font', 'media', 'worker'] as const;
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('*', '=(self)', ', geolocation=*', '\r\nSet-Cookie: a=1', '"', ';'),
);

function declaring(id: string, host: string, as: readonly (typeof uses)[number][], credentials: boolean): Declaration {
  const { pixel } = decisionDeclaration.trackers;
  const tracker = { ...pixel, kind: 'request', match: { hosts: [host] }, as, credentials } as Tracker;
  return { ...decisionDeclaration, trackers: { [id]: tracker } };
}

test('E25 whatever is declared, the policy is one of two texts, and both close what nothing declared needs', () => {
  fc.assert(
    fc.property(hostile, hostile, fc.subarray([...uses]), fc.boolean(), (id, host, as, credentials) => {
      const needed = credentials && as.includes('frame');
      expect(compilePermissionsPolicy(declaring(id, host, as, credentials))).toBe(needed ? closed : `${closed}, storage-access=()`);
    }),
  );
});

test('E25 without a declaration everything is closed', () => {
  expect(compilePermissionsPolicy(null)).toBe(`${closed}, storage-access=()`);
});
