import { sha256Hex } from '@candor/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Portal } from './portal.ts';
import { openPortal, prefix } from './portal.ts';

let portal: Portal;
beforeEach(async () => {
  portal = await openPortal();
});
afterEach(() => portal.close());

test('P10 the bare prefix leads to the policy', async () => {
  for (const path of [prefix, `${prefix}/`]) {
    const response = await portal.browser().get(path);
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(`${prefix}/policy`);
  }
});

test.each([
  ['policy', 'en', 'text/html'],
  ['policy/fr', 'fr', 'text/html'],
  ['policy/FR', 'fr', 'text/html'],
  ['policy/en.json', 'en', 'application/json'],
  ['policy/fr.md', 'fr', 'text/markdown'],
  ['policy.json', 'en', 'application/json'],
  ['policy.md', 'en', 'text/markdown'],
])('P10 %s is in %s as %s', async (path, language, type) => {
  const response = await portal.browser().get(`${prefix}/${path}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-language')).toBe(language);
  expect(response.headers.get('content-type')).toContain(type);
  const text = await response.text();
  for (const name of ['sessionid', 'csrftoken']) expect(text).toContain(name);
});

test('P10 without a language in the address the visitor’s own is taken', async () => {
  const response = await portal.browser({ language: 'fr' }).get(`${prefix}/policy`);
  expect(await response.text()).toContain('<html lang="fr" dir="ltr">');
  expect(response.headers.get('vary')).toBe('Accept-Language, Cookie');
});

test('P10 the policy’s languages are links to its own addresses, and set nothing', async () => {
  const page = await (await portal.browser().get(`${prefix}/policy/en`)).text();
  expect(page).toContain('<a href="/cookies/policy/fr" hreflang="fr" lang="fr">français</a>');
});

test('P11 the tag begins with the declaration’s hash, differs per language, profile and format, and answers 304', async () => {
  const { id } = portal.options.declaration;
  const tags = new Set<string>();
  for (const path of ['policy/en', 'policy/fr', 'policy/en.json', 'policy/en.md']) {
    for (const profile of ['eu-base', 'us-ca'] as const) {
      const browser = portal.browser({ profile });
      const tag = (await browser.get(`${prefix}/${path}`)).headers.get('etag') ?? '';
      expect(tag.startsWith(`"${id}`)).toBe(true);
      tags.add(tag);
      const again = await browser.get(`${prefix}/${path}`, { headers: { 'if-none-match': `"other", W/${tag}` } });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe('');
      expect((await browser.get(`${prefix}/${path}`, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    }
  }
  expect(tags.size).toBe(8);
});

test('P12 every language and format is named as an alternate', async () => {
  const link = (await portal.browser().get(`${prefix}/policy`)).headers.get('link') ?? '';
  for (const language of ['en', 'fr']) {
    expect(link).toContain(`</cookies/policy/${language}>; rel="alternate"; hreflang="${language}"; type="text/html"`);
    expect(link).toContain(`</cookies/policy/${language}.json>; rel="alternate"; hreflang="${language}"; type="application/json"`);
    expect(link).toContain(`</cookies/policy/${language}.md>; rel="alternate"; hreflang="${language}"; type="text/markdown"`);
  }
});

test.each(['policy/de', 'policy/en.pdf', 'policy/__proto__', 'policy/en/x'])('P12 %s is not found', async (path) => {
  expect((await portal.browser().get(`${prefix}/${path}`)).status).toBe(404);
});

test('P13 declaration and policies are published once, and not again at the next start', async () => {
  const size = await portal.ledger.size();
  // One declaration, two languages, four profiles.
  expect(size).toBe(1 + 2 * 4);
  const again = await portal.restart();
  expect(await portal.ledger.size()).toBe(size);
  await again.platform.close();
});

test('P13 what is published is the hash of the policy’s very bytes', async () => {
  const hashes: string[] = [];
  const recording = await openPortal();
  const watched = await recording.restart({
    dataDirectory: `${recording.options.dataDirectory}-fresh`,
    ledger: {
      ...recording.ledger,
      publish: (publication) => {
        hashes.push(publication.hash);
        return recording.ledger.publish(publication);
      },
    },
  });
  const bytes = await (await watched.browser().get(`${prefix}/policy/fr.json`)).text();
  expect(hashes).toContain(sha256Hex(bytes));
  expect(hashes).toContain(recording.options.declaration.id);
  await watched.platform.close();
  await recording.close();
});

test('P13 a ledger that fails keeps nobody from the policy, and is tried again at the next start', async () => {
  const failing = { ...portal.ledger, publish: () => Promise.reject(new Error('locked')) };
  const directory = `${portal.options.dataDirectory}-fresh`;
  const broken = await portal.restart({ dataDirectory: directory, ledger: failing });
  expect((await broken.browser().get(`${prefix}/policy`)).status).toBe(200);
  expect(broken.failures).toHaveLength(1);
  const size = await portal.ledger.size();
  const mended = await broken.restart({ ledger: portal.ledger });
  expect(await portal.ledger.size()).toBe(size + 9);
  await mended.platform.close();
});
