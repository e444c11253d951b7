import type { Declaration, Tracker } from '@candor/core';
import { expect, test } from 'vitest';
import { declaration, page, site, withGuard } from '../site.ts';
import { exchangeBytes, headerValues, requestText, statusOf } from '../wire.ts';

const HTML = '<!doctype html><html><head></head><body>x</body></html>';
const SOURCE =
  /^(?:'self'|'none'|'unsafe-inline'|'unsafe-eval'|data:|blob:|(?:wss:\/\/)?(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*(?::\*)?|'sha256-[A-Za-z0-9+/]{43}='|'nonce-[A-Za-z0-9+/_-]{16,}={0,2}'|\/cookies\/api\/report)$/;
const NAMES = new Set([
  ...['default-src', 'script-src', 'style-src', 'img-src', 'frame-src', 'connect-src', 'font-src', 'media-src', 'worker-src'],
  ...['object-src', 'base-uri', 'form-action', 'report-uri'],
]);

/** Whatever went in: known directives, each once, of known sources, on one line. */
function expectSound(policy: string): void {
  expect(policy).not.toMatch(/[\r\n,]/);
  const directives = policy.split(';').map((directive) => directive.trim().split(' '));
  const names = directives.map(([name = '']) => name);
  expect(new Set(names).size, policy).toBe(names.length);
  for (const [name = '', ...sources] of directives) {
    expect(NAMES.has(name), name).toBe(true);
    for (const source of sources) expect(source, policy).toMatch(SOURCE);
  }
}

const hosts: readonly string[] = [
  'evil.example; script-src *',
  'evil.example;script-src *',
  'evil.example, script-src *',
  "evil.example 'unsafe-eval'",
  'evil.example\r\nSet-Cookie: evil=1',
  'evil.example\nX: y',
  'evil.example\0',
  "'unsafe-eval'",
  "'nonce-AAAAAAAAAAAAAAAAAAAA'",
  '*',
  'https:',
  'data:',
  'https://*',
  'evil.example/path;',
  'evil.example:*',
  '\u017fevil.example',
  '*.*',
  '',
  'x'.repeat(70_000),
];

function withHost(host: string): Declaration {
  const hostile = {
    kind: 'request',
    match: { hosts: [host] },
    as: ['script', 'frame', 'connect'],
    credentials: false,
  } as unknown as Tracker;
  return {
    ...declaration,
    trackers: { ...declaration.trackers, hostile: { ...declaration.trackers['map_frame'], ...hostile } as Tracker },
  };
}

for (const host of hosts) {
  test(`G112 attack 7: a declared host cannot end a source, a directive or a header: ${JSON.stringify(host).slice(0, 40)}`, async () => {
    const cases = [withHost(host), { ...declaration, site: { ...declaration.site, hosts: ['portal.localhost', host] as const } }];
    for (const hostile of cases) {
      const changed = { declaration: { id: site.id, declaration: hostile as Declaration } };
      await withGuard(
        () => page(HTML, ['Set-Cookie: evil=1; Path=/']),
        async ({ port }) => {
          const reply = await exchangeBytes(port, requestText('GET /'));
          expect(statusOf(reply)).toBe(200);
          expect(headerValues(reply, 'set-cookie')).toEqual([]);
          const policies = headerValues(reply, 'content-security-policy');
          expect(policies).toHaveLength(2);
          for (const policy of policies) expectSound(policy);
          expect(policies.join()).not.toMatch(/evil\.example[^ ;:]|'unsafe-eval'.*script-src \*/);
        },
        changed,
      );
    }
  });
}

test('G112 attack 7: nothing that a request says comes back in a policy', async () => {
  const said = ['/;script-src%20*', '/a?b;script-src *'.replace(' ', '%20'), "/'unsafe-eval'", '/,default-src%20*'];
  await withGuard(
    () => page(HTML),
    async ({ port }) => {
      const plain = headerValues(await exchangeBytes(port, requestText('GET /')), 'content-security-policy');
      for (const target of said) {
        const headers = [
          'Origin: https://evil.example',
          'Referer: https://evil.example/',
          'X-Nonce: evil',
          'Accept-Language: en;script-src *',
        ];
        const reply = await exchangeBytes(port, requestText(`GET ${target}`, headers));
        expect(headerValues(reply, 'content-security-policy')).toEqual(plain);
      }
      const other = await exchangeBytes(port, requestText('GET /').replace('portal.localhost', 'evil.example'));
      expect(headerValues(other, 'content-security-policy').join()).not.toContain('evil');
    },
  );
});

const siteOwn: readonly (readonly string[])[] = [
  ["default-src *; script-src * 'unsafe-inline' 'unsafe-eval'"],
  ["default-src 'self', script-src *"],
  [';;;', ',,,', ''],
  ["script-src 'nonce-AAAAAAAAAAAAAAAAAAAA' 'strict-dynamic'", 'sandbox allow-scripts'],
  ["script-src 'nonce-\"; script-src *; x'"],
  ["default-src 'none'\tx", 'upgrade-insecure-requests'],
];

for (const inline of ['hashes', 'origin-nonce', 'unsafe-inline'] as const) {
  test(`G113 attack 7: the site’s own policies stay beside ours, as their bytes, and ours stay sound: ${inline}`, async () => {
    const changed = { declaration: { id: site.id, declaration: { ...declaration, scripts: { inline, hashes: [] } } } };
    for (const own of siteOwn) {
      const lines = own.map((policy) => `Content-Security-Policy: ${policy}`);
      await withGuard(
        () => page(HTML, lines),
        async ({ port }) => {
          const policies = headerValues(await exchangeBytes(port, requestText('GET /')), 'content-security-policy');
          const ours = policies.slice(-2);
          expect(policies.slice(0, -2)).toEqual(
            own.map((policy) => policy.trim()).filter((policy) => policy !== '' || policies.length === own.length + 2),
          );
          for (const policy of ours) expectSound(policy);
          expect(ours.join()).not.toMatch(/strict-dynamic|unsafe-eval/);
        },
        changed,
      );
    }
  });
}
