import { expect, test } from 'vitest';
import type { Declaration, RequestItem, Tracker } from '../../src/declaration/types.ts';
import { compileCsp } from '../../src/enforce/compile-csp.ts';
import { decisionDeclaration } from './decision-declaration.ts';
import { consentFor } from './decisions.ts';

const nonce = 'q83vASNFZ4mrze8B';
const ours = `${'A'.repeat(43)}=`;
const theirs = `${'B'.repeat(43)}=`;

function withNotice(onGrant: 'live' | 'reload', scripts: Partial<Declaration['scripts']> = {}): Declaration {
  return {
    ...decisionDeclaration,
    notice: { ...decisionDeclaration.notice, onGrant },
    scripts: { ...decisionDeclaration.scripts, ...scripts },
  };
}

function withHosts(hosts: readonly string[], as: RequestItem['as'] = ['script']): Declaration {
  const { pixel } = decisionDeclaration.trackers;
  const tracker = { ...pixel, kind: 'request', match: { hosts }, as, credentials: false } as Tracker;
  return { ...decisionDeclaration, trackers: { tracker } };
}

function read(policy: string): ReadonlyMap<string, readonly string[]> {
  return new Map(policy.split('; ').map((text) => [text.split(' ')[0] ?? '', text.split(' ').slice(1)]));
}

test('E19 before a choice the hosts policy names the site and nothing else', () => {
  expect(compileCsp(withNotice('reload'), consentFor('unset'), { hashes: [] }).hosts).toBe(
    "default-src 'self'; script-src 'self' portal.localhost:* 'unsafe-inline'; style-src 'self' portal.localhost:* 'unsafe-inline'; " +
      "img-src 'self' portal.localhost:* data: blob:; frame-src 'self' portal.localhost:*; connect-src 'self' portal.localhost:* wss://portal.localhost:*; " +
      "font-src 'self' portal.localhost:* data:; media-src 'self' portal.localhost:* data: blob:; worker-src 'self' portal.localhost:* blob:; " +
      "object-src 'none'; base-uri 'self'; form-action 'self' portal.localhost:*",
  );
});

test('E19 a grant adds the hosts of its requests, by use', () => {
  const hosts = read(compileCsp(withNotice('reload'), consentFor('visits only'), { hashes: [] }).hosts);
  expect(hosts.get('frame-src')).toContain('*.embed.localhost:*');
  expect(hosts.get('script-src')).toContain('*.embed.localhost:*');
  expect(hosts.get('img-src')).not.toContain('tracker.localhost:*');
  expect(read(compileCsp(withNotice('reload'), consentFor('accepted'), { hashes: [] }).hosts).get('img-src')).toContain(
    'tracker.localhost:*',
  );
});

test('E19 where a grant takes effect live the policy is the declared ceiling, whatever was chosen', () => {
  const unset = compileCsp(withNotice('live'), consentFor('unset'), { hashes: [] });
  expect(unset).toEqual(compileCsp(withNotice('live'), consentFor('accepted'), { hashes: [] }));
  expect(read(unset.hosts).get('img-src')).toContain('tracker.localhost:*');
  expect(read(unset.scripts).get('script-src')).toContain('*.embed.localhost:*');
});

test('E20 the hosts policy has neither nonce nor hash, the scripts policy has both and no other inline', () => {
  const declared = { inline: 'hashes', hashes: [{ sha256: theirs, purposes: ['visits'] }] } as const;
  const accepted = compileCsp(withNotice('reload', declared), consentFor('accepted'), { nonce, hashes: [ours] });
  expect(accepted.hosts).not.toMatch(/nonce-|sha256-/);
  expect(accepted.scripts).toBe(
    `script-src 'self' portal.localhost:* 'nonce-${nonce}' 'sha256-${ours}' 'sha256-${theirs}' *.embed.localhost:*; worker-src 'self' portal.localhost:* blob:; object-src 'none'; base-uri 'self'`,
  );
  expect(compileCsp(withNotice('reload', declared), consentFor('unset'), { hashes: [ours] }).scripts).not.toContain(theirs);
  expect(
    compileCsp(withNotice('live', declared), consentFor('unset'), { hashes: [ours] }).scripts,
    'an inline script that no gate holds back',
  ).not.toContain(theirs);
  const gated = { ...declared, hashes: [{ sha256: theirs, purposes: ['visits'], gated: true as const }] };
  expect(compileCsp(withNotice('live', gated), consentFor('unset'), { hashes: [ours] }).scripts).toContain(theirs);
  expect(compileCsp(withNotice('reload', gated), consentFor('unset'), { hashes: [ours] }).scripts).not.toContain(theirs);
  expect(
    compileCsp(withNotice('reload', { ...declared, hashes: [{ sha256: theirs, purposes: [] }] }), consentFor('accepted'), { hashes: [] })
      .scripts,
  ).not.toContain(theirs);
});

test('E20 with the origin’s nonce declared hashes do not count, and unsafe-inline stands alone', () => {
  const hashes = [{ sha256: theirs, purposes: ['log-in'] }];
  const origin = read(
    compileCsp(withNotice('reload', { inline: 'origin-nonce', hashes }), consentFor('unset'), { nonce, hashes: [ours] }).scripts,
  );
  expect(origin.get('script-src')).toEqual(["'self'", 'portal.localhost:*', `'nonce-${nonce}'`, `'sha256-${ours}'`]);
  const unsafe = read(
    compileCsp(withNotice('reload', { inline: 'unsafe-inline', hashes }), consentFor('unset'), { nonce, hashes: [ours] }).scripts,
  );
  expect(unsafe.get('script-src')).toEqual(["'self'", 'portal.localhost:*', "'unsafe-inline'"]);
});

test('E21 what is not exactly a host, a hash or a nonce is left out', () => {
  const hostile = [
    '*',
    '*.',
    'a b',
    "a'b",
    'a;b',
    'a,b',
    'a\r\nb',
    "x; script-src 'unsafe-eval'",
    'https://a.example',
    'a.example/path',
    'a.example:80',
    'A.example',
    '-a.example',
    'a..example',
    '.a',
    'a.*',
    '*.*.a',
    '[::1]',
    'é.example',
    '',
    'x'.repeat(64),
    `${'a.'.repeat(130)}a`,
    "'none'",
    'data:',
  ];
  const clean = compileCsp({ ...withHosts([]), notice: { ...decisionDeclaration.notice, onGrant: 'live' } }, consentFor('accepted'), {
    hashes: [],
  });
  const dirty = compileCsp(
    { ...withHosts(hostile, ['script', 'connect']), notice: { ...decisionDeclaration.notice, onGrant: 'live' } },
    consentFor('accepted'),
    {
      nonce: "a' 'unsafe-eval",
      hashes: ['x', `${ours}'`, ours.slice(1), `sha256-${ours}`, `${'A'.repeat(42)} =`],
    },
  );
  expect(dirty).toEqual(clean);
  expect(
    compileCsp({ ...decisionDeclaration, site: { ...decisionDeclaration.site, hosts: ['a; b'] } }, consentFor('unset'), { hashes: [] })
      .hosts,
  ).toContain("form-action 'self'");
});

test('E21 hosts are written as declared, development hosts on every port, sockets beside connections', () => {
  const policy = read(
    compileCsp(
      withHosts(['cdn.example', '*.cdn.example', 'a.localhost', 'localhost', 'notlocalhost'], ['connect']),
      consentFor('accepted'),
      { hashes: [] },
    ).hosts,
  );
  expect(policy.get('connect-src')).toEqual([
    "'self'",
    'portal.localhost:*',
    'cdn.example',
    'wss://cdn.example',
    '*.cdn.example',
    'wss://*.cdn.example',
    'a.localhost:*',
    'wss://a.localhost:*',
    'localhost:*',
    'wss://localhost:*',
    'notlocalhost',
    'wss://notlocalhost',
  ]);
  expect(policy.get('script-src')).not.toContain('cdn.example');
});
