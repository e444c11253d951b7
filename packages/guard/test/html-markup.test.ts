import { expect, test } from 'vitest';
import type { HtmlRules } from '../src/html/rewrite.ts';
import { createHtmlRewriter } from '../src/html/rewrite.ts';
import { rewrite } from './html-check.ts';

// Maps wait for a yes to "map", ads for two; cdn.example is allowed, and nobody declared anything else. The site counts at /collect.
const meanings: { readonly [host: string]: ReturnType<HtmlRules['ask']> } = {
  'portal.example': 'pass',
  'cdn.example': 'pass',
  'maps.example': { purposes: ['map'] },
  'ads.example': { purposes: ['ads', 'audience'] },
};
const rules: HtmlRules = {
  parts: null,
  base: 'https://portal.example/datasets?q=1',
  ask: (address) => {
    const { hostname, pathname } = new URL(address);
    return hostname === 'portal.example' && pathname === '/collect' ? { purposes: ['map'] } : (meanings[hostname] ?? 'undeclared');
  },
  inert: true,
};

type Case = readonly (readonly [html: string, expected: string])[];

/** Each case alone, and inside a page. */
function expectEach(cases: Case): void {
  for (const [html, expected] of cases) {
    expect(rewrite(html, rules)).toBe(expected);
    expect(rewrite(`<head></head><body><p>${html}</p>`, rules)).toBe(`<head></head><body><p>${expected}</p>`);
  }
}

function expectUntouched(htmls: readonly string[]): void {
  expectEach(htmls.map((html) => [html, html]));
}

test('G80 a link that connects, resolves or fetches ahead to a host that is not allowed loses its relation', () => {
  expectEach([
    ['<link rel=preconnect href=https://maps.example>', '<link data-rel=preconnect href=https://maps.example>'],
    ['<link rel="dns-prefetch" href="//x.example">', '<link data-rel="dns-prefetch" href="//x.example">'],
    ['<LINK REL="x PREFETCH" HREF="//x.example/a">', '<LINK data-REL="x PREFETCH" HREF="//x.example/a">'],
    ["<link as=script href='//x.example/a' rel=preload>", "<link as=script href='//x.example/a' data-rel=preload>"],
    ['<link rel=modulepreload href=//ads.example/a>', '<link data-rel=modulepreload href=//ads.example/a>'],
    ['<link rel=prerender href=//x.example>', '<link data-rel=prerender href=//x.example>'],
    [
      '<link rel=preload as=image imagesrcset="/a 1x, //x.example/b 2x">',
      '<link data-rel=preload as=image imagesrcset="/a 1x, //x.example/b 2x">',
    ],
    ['<link rel=preconnect rel=preconnect href=//x.example>', '<link data-rel=preconnect data-rel=preconnect href=//x.example>'],
  ]);
  expectUntouched([
    '<link rel=preconnect href=https://cdn.example>',
    '<link rel=preconnect href=/>',
    '<link rel=preload as=image href=/a.png>',
    '<link rel=canonical href=https://x.example>',
    '<link href=https://x.example>',
    '<link rel=stylesheet href=https://x.example/a.css>',
  ]);
});

test('G81 a refresh that leads to a host that is not allowed is none', () => {
  expectEach([
    ['<meta http-equiv=refresh content="0; url=//x.example">', '<meta data-http-equiv=refresh content="0; url=//x.example">'],
    ['<META CONTENT=0,//maps.example HTTP-EQUIV=Refresh>', '<META CONTENT=0,//maps.example data-HTTP-EQUIV=Refresh>'],
    [`<meta http-equiv=refresh content="1;URL='//x.example' y">`, `<meta data-http-equiv=refresh content="1;URL='//x.example' y">`],
    ['<meta http-equiv=refresh content="0 https://x.example">', '<meta data-http-equiv=refresh content="0 https://x.example">'],
  ]);
  expectUntouched([
    '<meta http-equiv=refresh content=30>',
    '<meta http-equiv=refresh content="0; url=/next">',
    '<meta http-equiv=refresh content="0; url=https://cdn.example/">',
    '<meta name=refresh content="0; url=//x.example">',
  ]);
});

test('G82 rules for speculation are made inert, whatever they name', () => {
  expectEach([
    ['<script type=speculationrules>{}</script>', '<script type=text/plain  data-type=speculationrules>{}</script>'],
    [
      '<script nonce=a type=" SpeculationRules ">{}</script>',
      '<script type=text/plain  nonce=a data-type=" SpeculationRules ">{}</script>',
    ],
  ]);
});

test('G83 what loads from a declared tracker that is not allowed becomes a gate, and keeps all else', () => {
  expectEach([
    [
      '<iframe src="https://maps.example/e" width=640 title="Map"></iframe>',
      '<iframe data-candor-purpose=map data-src="https://maps.example/e" width=640 title="Map"></iframe>',
    ],
    [
      '<script nonce=a integrity=b crossorigin async src=https://ads.example/a></script>',
      '<script type=text/plain  nonce=a integrity=b crossorigin async data-candor-purpose=ads&#32;audience data-src=https://ads.example/a></script>',
    ],
    [
      '<script type=module src=//maps.example/a></script>',
      '<script type=text/plain  data-type=module data-candor-purpose=map data-src=//maps.example/a></script>',
    ],
    [
      '<img src=//maps.example/a srcset="//maps.example/b 2x">',
      '<img data-candor-purpose=map data-src=//maps.example/a data-srcset="//maps.example/b 2x">',
    ],
    ['<img src=/a srcset="/b 1x,//maps.example/b 2x">', '<img src=/a data-candor-purpose=map data-srcset="/b 1x,//maps.example/b 2x">'],
    ['<link rel=stylesheet href=//maps.example/a>', '<link rel=stylesheet data-candor-purpose=map data-href=//maps.example/a>'],
    ['<link rel="shortcut icon" href=//maps.example/a>', '<link rel="shortcut icon" data-candor-purpose=map data-href=//maps.example/a>'],
    [
      '<video src=//maps.example/a poster=//maps.example/b>',
      '<video data-candor-purpose=map data-src=//maps.example/a data-poster=//maps.example/b>',
    ],
    ['<audio src=//maps.example/a>', '<audio data-candor-purpose=map data-src=//maps.example/a>'],
    ['<source src=//maps.example/a>', '<template data-candor-purpose=map><source src=//maps.example/a></template>'],
    ['<source srcset=//maps.example/a>', '<source data-candor-purpose=map data-srcset=//maps.example/a>'],
    ['<track src=//maps.example/a>', '<track data-candor-purpose=map data-src=//maps.example/a>'],
    ['<embed src=//maps.example/a>', '<embed data-candor-purpose=map data-src=//maps.example/a>'],
    ['<object data=//maps.example/a></object>', '<object data-candor-purpose=map data-data=//maps.example/a></object>'],
    ['<input type=image src=//maps.example/a>', '<input type=image data-candor-purpose=map data-src=//maps.example/a>'],
    ['<svg><image xlink:href=//maps.example/a /></svg>', '<svg><image data-candor-purpose=map data-href=//maps.example/a /></svg>'],
    ['<img src=/collect?x>', '<img data-candor-purpose=map data-src=/collect?x>'],
    ['<img src=//maps.example/a src=//ads.example/b>', '<img data-candor-purpose=map data-src=//maps.example/a data-src=//ads.example/b>'],
    ['<script/src=//maps.example/a></script>', '<script type=text/plain /data-candor-purpose=map data-src=//maps.example/a></script>'],
  ]);
});

test('G84 addresses are read as browsers read them', () => {
  const spellings = [
    '&#104;ttps://maps.example/a',
    'ht\ttps://maps.example/a',
    '\\\\maps.example\\a',
    'https:\n//maps.example/a',
    ' //maps.example',
  ];
  for (const address of [
    ...spellings,
    'https://u:p@maps.example/',
    'https:&sol;&sol;maps&period;example',
    '//MAPS.example',
    '//m%61ps.example',
    '//maps。example',
  ])
    expect(rewrite(Buffer.from(`<img src="${address}">`).toString('latin1'), rules)).toContain('data-candor-purpose=map');
  expect(rewrite('<base href=https://maps.example/><img src=a>', rules)).toContain('data-src=a');
  // Where a policy forbids the base, the address of the document still holds.
  expect(rewrite('<base href=https://cdn.example/><img src=/collect>', rules)).toContain('data-src=/collect');
  expect(rewrite('<img src=/own src=//maps.example/a>', rules)).toBe('<img src=/own src=//maps.example/a>');
});

test('G85 what is allowed, undeclared, the own or gated already passes byte for byte', () => {
  expectUntouched([
    '<script src=https://cdn.example/a></script>',
    '<script src=https://x.example/a></script><img src=//x.example/a><iframe src="//x.example"></iframe>',
    '<img src=/a.png srcset="/b.png 2x"><img src=data:image/png;base64,AAAA><img src="">',
    '<script type="text/plain" data-candor-purpose=map src=//maps.example/a></script>',
    '<iframe data-candor-purpose="map" data-src="https://maps.example/e"></iframe>',
    '<!-- <img src=//maps.example/a> --><textarea><img src=//maps.example/a></textarea><script>"<img src=//maps.example/a>"</script>',
    '<p title="<img src=//maps.example/a>"><svg><style><img x></style></svg><a href=//maps.example ping=//maps.example>',
  ]);
  expect(rewrite('<iframe data-candor-purpose=other src=//maps.example/e>', rules)).toBe(
    '<iframe data-candor-purpose=other data-src=//maps.example/e>',
  );
  expect(rewrite('<img src=//maps.example/a><link rel=preconnect href=//x.example>', { ...rules, inert: false })).toBe(
    '<img src=//maps.example/a><link rel=preconnect href=//x.example>',
  );
});

test('G86 what stands for readers without scripts, in a template or in an attribute is gone over as well', () => {
  expectEach([
    [
      '<noscript><img src=//maps.example/a></noscript><b>',
      '<noscript><img data-candor-purpose=map data-src=//maps.example/a></noscript><b>',
    ],
    ['<template><img src=//maps.example/a></template>', '<template><img data-candor-purpose=map data-src=//maps.example/a></template>'],
    [
      '<iframe srcdoc="&lt;link rel=preconnect href=//x.example>\xe9&eacute;"></iframe>',
      '<iframe srcdoc="&#60;link&#32;data-rel&#61;preconnect&#32;href&#61;//x.example&#62;\xe9\xe9"></iframe>',
    ],
    [
      '<svg><style><img src=//maps.example/a></style></svg>',
      '<svg><style><img data-candor-purpose=map data-src=//maps.example/a></style></svg>',
    ],
  ]);
  expectUntouched(['<iframe srcdoc="<p>&quot;x&quot;</p>"></iframe>', '<noscript><p>"x"</noscript>']);
});

test('G87 a tag that is too long to wait for loses its name', () => {
  const rewriter = createHtmlRewriter(rules);
  const out: Uint8Array[] = [...rewriter.write(Buffer.from('<p>a</p><img src=//maps.example/a title="'))];
  for (let mebibyte = 0; mebibyte < 5; mebibyte += 1) out.push(...rewriter.write(Buffer.alloc(1 << 20, 0x20)));
  out.push(...rewriter.write(Buffer.from('"><img src=//maps.example/b>')), ...rewriter.end());
  const text = Buffer.concat(out).toString();
  expect(text).toMatch(
    /^<p>a<\/p><candor-img src=\/\/maps\.example\/a title=" +"><img data-candor-purpose=map data-src=\/\/maps\.example\/b>$/,
  );
});

test('G88 where an encoding may hide ASCII, everything passes as it came from there on', () => {
  const hidden = '\x1b$B"!\x1b(B<img src=//maps.example/a>';
  expect(rewrite(`<img src=//maps.example/b>${hidden}`, rules)).toBe(`<img data-candor-purpose=map data-src=//maps.example/b>${hidden}`);
  expect(rewrite(`<meta charset=iso-2022-jp>${hidden}`, rules)).toBe(`<meta charset=iso-2022-jp>${hidden}`);
  for (const said of ['<meta charset=utf-8>', '<meta http-equiv=content-type content="text/html; charset=windows-1252">', '\xef\xbb\xbf'])
    expect(rewrite(said + hidden, rules)).toContain('data-src=//maps.example/a');
  const utf16 = Buffer.from('\ufeff<img src=//maps.example/a>', 'utf16le').toString('latin1');
  expect(rewrite(utf16, rules, () => 1)).toBe(utf16);
});
