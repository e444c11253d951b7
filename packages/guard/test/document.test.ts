import { compileEnforcement, compilePageState, compileProjections, renderStylePart, resolveConsent } from '@candor/core';
import { expect, test } from 'vitest';
import { asciiJson, asciiMarkup } from '../src/html/ascii.ts';
import { pickLanguage } from '../src/request/language.ts';
import { choiceFor, client, clientAsset, declaration, NOW, page, sha256Of, site, stateOf, withGuard } from './site.ts';
import { bodyOf, exchangeBytes, headerValues, requestText, statusOf } from './wire.ts';

const BECAUSE = { source: 'x', asOf: '2026-01-01', verified: false };
const HTML = '<!doctype html><html><head><title>t</title></head><body><p>text</p></body></html>';

async function get(answer: string, headers: readonly string[] = [], line = 'GET /datasets?q=1'): Promise<string> {
  return withGuard(
    () => answer,
    ({ port }) => exchangeBytes(port, requestText(line, headers)),
  );
}

test('G45 a page begins with state, script and style, its body with the question, and ends with the way back', async () => {
  const body = bodyOf(await get(page(HTML)));
  expect(body).toMatch(/^<!doctype html><html><head><script type="application\/json" id="candor-state">/);
  expect(body).toMatch(/<\/script><script>\/\* client \*\/<\/script><style>.+<\/style><title>t<\/title>/s);
  expect(body).toMatch(/<body><section id="candor-notice".*<\/section><p>text<\/p>.*data-candor="way-back".*<\/body><\/html>$/s);
  expect(body).toContain('/cookies/preferences');
  expect(stateOf(body)).toMatchObject({ consent: { ask: true }, enforcement: { prefix: '/cookies', declaration: site.id.slice(0, 12) } });
  expect(body).not.toMatch(/[^\x00-\x7f]/);
});

test('G45 after a choice the question is not put again, the way back stays', async () => {
  const body = bodyOf(await get(page(HTML), [`Cookie: cookies_preferences=${choiceFor('denied')}`]));
  expect(body).not.toContain('id="candor-notice"');
  expect(body).toContain('data-candor="way-back"');
  expect(stateOf(body)).toMatchObject({ consent: { ask: false, purposes: { map: { allowed: false } } } });
});

test('G46 a frame gets the script and no question of its own', async () => {
  const body = bodyOf(await get(page(HTML), ['Sec-Fetch-Dest: iframe']));
  expect(body).toContain('candor-state');
  expect(body).toContain('<script>/* client */</script>');
  expect(body).not.toMatch(/id="candor-notice"|data-candor="way-back"/);
});

const left: readonly (readonly [name: string, answer: string, headers?: readonly string[]])[] = [
  ['a fragment that a script fetches', page(HTML), ['Sec-Fetch-Dest: empty']],
  ['a fragment of XMLHttpRequest', page(HTML), ['X-Requested-With: XMLHttpRequest']],
  ['HTML in a coding that nobody knows', page(HTML, ['Content-Encoding: dcb'])],
  ['UTF-16', page(HTML).replace('utf-8', 'utf-16le')],
  ['plain text', page(HTML).replace('text/html', 'text/plain')],
  ['HTML to be saved', page(HTML, ['Content-Disposition: attachment; filename=a.html'])],
  ['a part of a page', page(HTML).replace('200 OK', '206 Partial Content')],
  ['a redirect', page(HTML, ['Location: /x']).replace('200 OK', '302 Found')],
];

for (const [name, answer, headers] of left) {
  test(`G46 nothing is put into ${name}, and the policy is there all the same`, async () => {
    const reply = await get(answer, headers);
    expect(bodyOf(reply)).toBe(HTML);
    expect(headerValues(reply, 'content-length')).toEqual([String(HTML.length)]);
    expect(headerValues(reply, 'content-security-policy')).toHaveLength(2);
  });
}

test('G46 error pages are pages', async () => {
  const reply = await get(page(HTML).replace('200 OK', '404 Not Found'));
  expect(statusOf(reply)).toBe(404);
  expect(bodyOf(reply)).toContain('candor-state');
});

test('G45 a page is private, and has the length that it is, but no validator or range of the body that it was', async () => {
  const headers = [
    'ETag: "a"',
    'Last-Modified: Wed, 01 Jan 2020 00:00:00 GMT',
    'Accept-Ranges: bytes',
    'Cache-Control: public, max-age=600',
    'Expires: Wed, 01 Jan 2031 00:00:00 GMT',
    'Digest: x',
  ];
  for (const line of ['GET /', 'HEAD /']) {
    const reply = await get(page(line.startsWith('HEAD') ? '' : HTML, headers), [], line);
    expect(headerValues(reply, 'cache-control')).toEqual(['private, no-cache']);
    for (const name of ['etag', 'last-modified', 'accept-ranges', 'expires', 'digest']) expect(headerValues(reply, name)).toEqual([]);
    expect(headerValues(reply, 'content-length')).toEqual(line.startsWith('HEAD') ? [] : [String(bodyOf(reply).length)]);
  }
  expect(headerValues(await get(page(HTML, ['Cache-Control: no-store'])), 'cache-control')).toEqual(['private, no-cache, no-store']);
});

test('G16 two policies of ours on every response, and the policy of the site beside them', async () => {
  const reply = await get(page('x', ["Content-Security-Policy: default-src 'self'; report-uri https://reports.example/r"]));
  const policies = headerValues(reply, 'content-security-policy');
  expect(policies).toHaveLength(3);
  expect(policies[0]).toBe("default-src 'self'");
  for (const answer of [
    'HTTP/1.1 204 No Content',
    'HTTP/1.1 304 Not Modified',
    'HTTP/1.1 500 Oops\r\nContent-Length: 0',
    'HTTP/1.1 200 OK\r\nContent-Type: text/javascript\r\nContent-Length: 0',
  ]) {
    expect(headerValues(await get(`${answer}\r\nConnection: close\r\n\r\n`), 'content-security-policy')).toHaveLength(2);
  }
});

const asType = (types: readonly string[]): string =>
  ['HTTP/1.1 200 OK', ...types.map((type) => `Content-Type: ${type}`), 'Content-Length: 2', 'Connection: close', '', '{}'].join('\r\n');

test('G16 on data and pictures the policies are a few words that let nothing load or run', async () => {
  const types = [
    'application/json',
    'application/problem+json; charset=utf-8',
    'text/css',
    'TEXT/PLAIN',
    'image/png',
    'font/woff2',
    'video/mp4',
  ];
  for (const type of types) {
    const [hosts = '', scripts = '', ...others] = headerValues(await get(asType([type])), 'content-security-policy');
    expect(others, type).toEqual([]);
    expect(hosts, type).toMatch(/^default-src 'none'; .*base-uri 'none'; form-action 'none'$/);
    expect(scripts, type).toBe("script-src 'none'; object-src 'none'; base-uri 'none'");
    expect(hosts + scripts, type).not.toContain('.example');
  }
});

test('G16 whatever may run or load, or is not sure to be data, has the whole policies', async () => {
  const whole = async (types: readonly string[], headers: readonly string[] = []): Promise<boolean> =>
    headerValues(await get(asType(types), headers), 'content-security-policy')
      .join()
      .includes("default-src 'self'");
  for (const type of [
    'image/svg+xml',
    'image/SVG+xml',
    'text/javascript',
    'application/xml',
    'application/pdf',
    'text/htmlx',
    'text/html',
    '',
  ])
    expect(await whole([type]), type).toBe(true);
  expect(await whole([])).toBe(true);
  expect(await whole(['application/json', 'text/html'])).toBe(true);
  expect(await whole(['application/json, text/html'])).toBe(true);
  expect(await whole(['text/plain'], ['Sec-Fetch-Dest: worker'])).toBe(true);
  expect(await whole(['text/plain'], ['Sec-Fetch-Dest: script'])).toBe(false);
});

test('G16 our tags carry the nonce of the site, so that its own policy lets them through', async () => {
  const reply = await get(page(HTML, ["Content-Security-Policy: script-src 'nonce-abc123=='"]));
  expect(bodyOf(reply)).toContain('<script nonce="abc123==">/* client */</script><style>');
  const ours = headerValues(reply, 'content-security-policy').slice(1);
  expect(ours.join(' ')).not.toContain('abc123');
});

test('G16 our own policy lets what we put inline run by its hash, and nothing else inline', async () => {
  const google = client.projections['google-consent-mode-v2'];
  const projected = { ...declaration, signals: { ...declaration.signals, projections: ['google-consent-mode-v2', 'unheard-of'] } };
  const reply = await withGuard(
    () => page(HTML),
    ({ port }) => exchangeBytes(port, requestText('GET /')),
    { declaration: { id: site.id, declaration: projected } },
  );
  const body = bodyOf(reply);
  expect(body).toContain('<script>/* client */</script><script>/* google */</script><style>');
  expect(stateOf(body)['projections']).toEqual(JSON.parse(JSON.stringify(compileProjections(projected, { profile: 'eu-base' }))));
  const [, scripts = ''] = headerValues(reply, 'content-security-policy');
  const inline = [...body.matchAll(/<script>([^<]*)<\/script>/g)].map(([, text = '']) => `'sha256-${sha256Of(text)}'`);
  expect(inline).toEqual([`'sha256-${clientAsset.sha256}'`, `'sha256-${google?.sha256}'`]);
  for (const hash of inline) expect(scripts).toContain(hash);
  expect(scripts).not.toContain("'unsafe-inline'");
  const plain = headerValues(await get(page(HTML)), 'content-security-policy').join();
  expect(plain).not.toContain(google?.sha256);
});

const policies: readonly (readonly [policy: string, script: string | null, style: string | null])[] = [
  ["default-src 'self' 'unsafe-inline'", '<script>', '<style>'],
  [
    "script-src 'self'; style-src 'self'",
    '<script src="/cookies/assets/candor-0.js" integrity=',
    '<link rel="stylesheet" href="/cookies/assets/',
  ],
  ["script-src 'self' 'unsafe-inline'; style-src 'none'", '<script>', null],
  ["script-src 'none'; style-src 'unsafe-inline'", null, '<style>'],
  ["script-src-elem https://cdn.example; script-src 'unsafe-inline'", null, '<style>'],
];

for (const [policy, script, style] of policies) {
  test(`G49 a page of a site with ${policy}`, async () => {
    await withGuard(
      () => page(HTML, [`Content-Security-Policy: ${policy}`]),
      async ({ port, guard }) => {
        const body = bodyOf(await exchangeBytes(port, requestText('GET /')));
        const head = body.slice(body.indexOf('</script>') + 9, body.indexOf('<title>'));
        expect(stateOf(body)).toMatchObject({ enforcement: { prefix: '/cookies' } });
        expect(body).toContain('<section id="candor-notice"');
        if (script === null) expect(head).not.toContain('<script');
        else expect(head.startsWith(script)).toBe(true);
        if (style === null) expect(head).not.toMatch(/<style|<link/);
        else expect(head).toContain(style);
        const faults = guard.report().faults.map(({ code }) => code);
        expect(faults).toEqual([...(script === null ? ['SCRIPT_KEPT_OUT'] : []), ...(style === null ? ['STYLES_KEPT_OUT'] : [])]);
      },
    );
  });
}

test('G49 without a policy of the site nothing of ours is fetched before the question', async () => {
  const body = bodyOf(await get(page(HTML)));
  expect(body).not.toMatch(/<script[^>]+src=|<link|<img|@import|url\(/);
});

test('G45 with nothing to ask there is no question, and no style of one', async () => {
  const { map, ...others } = declaration.purposes;
  if (map === undefined) throw new Error('The fixture lost its purpose');
  const told = {
    ...declaration,
    purposes: { ...others, map: { ...map, basis: { default: { kind: 'exempt', ground: 'x', because: BECAUSE } } as const } },
  };
  const reply = await withGuard(
    () => page(HTML),
    ({ port }) => exchangeBytes(port, requestText('GET /')),
    { declaration: { id: site.id, declaration: told } },
  );
  expect(bodyOf(reply)).not.toContain('id="candor-notice"');
  expect(bodyOf(reply)).toContain('<body><p>text</p>');
  expect(bodyOf(reply)).toContain('data-candor="way-back"');
});

test('G45 the styles of the question are there with the question only', async () => {
  const asked = bodyOf(await get(page(HTML)));
  const answered = bodyOf(await get(page(HTML), [`Cookie: cookies_preferences=${choiceFor('denied')}`]));
  const framed = bodyOf(await get(page(HTML), ['Sec-Fetch-Dest: iframe']));
  const styles = (body: string): number => body.split('<style>').length - 1;
  expect([styles(asked), styles(answered), styles(framed)]).toEqual([2, 1, 1]);
  expect(asked).toContain(renderStylePart(declaration.notice.theme, 'banner'));
  for (const body of [asked, answered, framed]) expect(body).not.toContain(renderStylePart(declaration.notice.theme, 'preferences'));
});

test('G45 a page says what the script needs, by the names of core, and where the rest is', async () => {
  const state = stateOf(bodyOf(await get(page(HTML))));
  const words = String(state['words']);
  const consent = resolveConsent(declaration, { profile: 'eu-base', choice: null, gpc: false, now: NOW });
  const files = { more: '/cookies/assets/more-0.js', words };
  const expected = compilePageState(declaration, { enforcement: compileEnforcement(declaration), consent, files, projections: {} });
  expect(state).toEqual(JSON.parse(JSON.stringify(expected)));
  expect(words).toMatch(/^\/cookies\/assets\/words-[0-9a-f]{12}\.json$/);
});

test('G45 visitors in one state share its text, and nobody else does', async () => {
  const visits = [[], [], ['Sec-GPC: 1'], [`Cookie: cookies_preferences=${choiceFor('denied')}`], ['Accept-Language: fr'], []];
  const texts = await withGuard(
    () => page(HTML),
    async ({ port }) => {
      const bodies: string[] = [];
      for (const headers of visits) bodies.push(bodyOf(await exchangeBytes(port, requestText('GET /', headers))));
      return bodies.map((body) => JSON.stringify(stateOf(body)));
    },
  );
  expect(texts[1]).toBe(texts[0]);
  expect(texts[5]).toBe(texts[0]);
  expect(new Set(texts).size).toBe(4);
});

test('G17 what a shared cache may keep carries nothing that one visitor allowed', async () => {
  const script =
    'HTTP/1.1 200 OK\r\nContent-Type: text/javascript\r\nCache-Control: public, max-age=60\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';
  const granted = await get(script, [`Cookie: cookies_preferences=${choiceFor('granted')}`, 'Sec-Fetch-Dest: script']);
  const refused = await get(script, ['Sec-Fetch-Dest: script']);
  expect(headerValues(granted, 'content-security-policy')).toEqual(headerValues(refused, 'content-security-policy'));
  const worker = await get(script, [`Cookie: cookies_preferences=${choiceFor('granted')}`, 'Sec-Fetch-Dest: worker']);
  expect(headerValues(worker, 'cache-control')).toEqual(['private, no-cache']);
});

test('G17 the policy of a page follows its visitor, that of a shared response nobody', async () => {
  const reload = {
    declaration: { id: site.id, declaration: { ...declaration, notice: { ...declaration.notice, onGrant: 'reload' as const } } },
  };
  const frames = async (answer: string, dest: string): Promise<boolean> => {
    const headers = [`Cookie: cookies_preferences=${choiceFor('granted')}`, `Sec-Fetch-Dest: ${dest}`];
    const reply = await withGuard(
      () => answer,
      ({ port }) => exchangeBytes(port, requestText('GET /', headers)),
      reload,
    );
    return headerValues(reply, 'content-security-policy')[0]?.includes('embed.localhost') === true;
  };
  expect(await frames(page(HTML), 'document')).toBe(true);
  expect(await frames(page('x').replace('text/html', 'text/javascript'), 'script')).toBe(false);
  expect(await frames(page('x').replace('text/html', 'text/javascript'), 'worker')).toBe(true);
});

test('G18 headers that reach other hosts are dropped, the site’s own stay', async () => {
  const reply = await get(
    page(HTML, [
      'Link: </a.css>; rel=preload; as=style, <https://x.example/>; rel=preconnect, <https://x.example/y>; rel="canonical", </b>; rel=preload; as=image; imagesrcset="https://x.example/i 2x"',
      'Link: <//x.example>; rel="dns-prefetch next"',
      'Refresh: 0; url=https://x.example/',
      'NEL: {"report_to":"a"}',
      'Report-To: {"group":"a","endpoints":[{"url":"https://x.example/r"}]}',
      'Reporting-Endpoints: own="/r", other="https://x.example/r"',
      'Speculation-Rules: "/rules.json"',
      'Alt-Svc: h3=":443"',
      'X-Kept: 1',
    ]),
  );
  expect(headerValues(reply, 'link')).toEqual(['</a.css>; rel=preload; as=style, <https://x.example/y>; rel="canonical"']);
  expect(headerValues(reply, 'reporting-endpoints')).toEqual(['own="/r"']);
  for (const name of ['refresh', 'nel', 'report-to', 'speculation-rules', 'alt-svc']) expect(headerValues(reply, name)).toEqual([]);
  expect(headerValues(reply, 'x-kept')).toEqual(['1']);
  expect(headerValues(await get(page(HTML, ['Refresh: 5; url=/next'])), 'refresh')).toEqual(['5; url=/next']);
  expect(headerValues(await get(page(HTML, ['Refresh: 5'])), 'refresh')).toEqual(['5']);
});

test('G18 a link to a declared host stays once the visitor allows it', async () => {
  const answer = page(HTML, ['Link: <https://embed.localhost/>; rel=preconnect']);
  expect(headerValues(await get(answer), 'link')).toEqual([]);
  expect(headerValues(await get(answer, [`Cookie: cookies_preferences=${choiceFor('granted')}`]), 'link')).toHaveLength(1);
});

test('G41 where no charset is named, leading meta tags go before ours', async () => {
  const answer = page('<head><meta charset=utf-8><title>t</title></head>').replace('; charset=utf-8', '');
  expect(bodyOf(await get(answer))).toMatch(/^<head><meta charset=utf-8><script type="application\/json"/);
});

test('G48 the notice speaks the picked language, else the best that the browser asks for, else the first', async () => {
  const french = bodyOf(await get(page(HTML), ['Accept-Language: de, fr-CA;q=0.8, en;q=0.5']));
  const english = bodyOf(await get(page(HTML), ['Accept-Language: fr', 'Cookie: django_language=en']));
  expect(french).not.toBe(english);
  expect(pickLanguage(['en', 'fr'], null, 'en;q=0, fr')).toBe('fr');
  expect(pickLanguage(['en', 'fr'], 'xx', 'de')).toBe('en');
  expect(pickLanguage(['en', 'pt-BR'], null, 'pt')).toBe('pt-BR');
  expect(pickLanguage(['en', 'fr'], 'FR', null)).toBe('fr');
});

test('G47 what goes in is ASCII and cannot end its own element', () => {
  expect(asciiMarkup('é€\u{1f36a}')).toBe('&#233;&#8364;&#127850;');
  expect(asciiJson('{"a":"</script>é\u2028"}')).toBe('{"a":"\\u003c/script>\\u00e9\\u2028"}');
});
