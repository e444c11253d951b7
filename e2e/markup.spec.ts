// What the guard makes of markup, held against a real browser without any policy: what waits asks for nothing, the tree is the site's,
// and after a yes everything wakes.
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { Declaration, Tracker } from '@candor/core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { rewrite } from '../packages/guard/test/html-check.ts';
import { createDice, writeFragment } from '../packages/guard/test/html-grammar.ts';
import { listen, mapTracker, openTestBrowser, startStand } from './stand.ts';

const FULL = process.env['CANDOR_FULL'] === '1';
const READ = FULL ? 10_000 : 600;
const LOADED = FULL ? 2000 : 120;
const BATCH = 20;

let browser: Browser;
let closeBrowser: () => Promise<void>;
let server: Server;
let port = 0;
const asked: string[] = [];
const opened: (() => Promise<unknown>)[] = [];

/** A generated document as the site has it, and as the guard sends it on. */
function documentOf(seed: number): { readonly raw: string; readonly safe: string } {
  let written = 0;
  const address = (): string => `http://foreign.localhost:${port}/${seed}-${written++}`;
  const raw = `<!doctype html><head></head><body>${writeFragment(createDice(seed), address)}`;
  const isForeign = (url: string): boolean => new URL(url).hostname === 'foreign.localhost';
  const safe = rewrite(raw, {
    parts: null,
    base: `http://own.localhost:${port}/`,
    ask: (url) => (isForeign(url) ? { purposes: ['map'] } : 'pass'),
    inert: true,
  });
  return { raw, safe };
}

function answerFor(path: string): string {
  const [, kind = '', first = '0', count = '0'] = path.split('/');
  if (kind === 'raw' || kind === 'safe') return documentOf(Number(first))[kind];
  if (!kind.startsWith('batch-')) return '';
  const frames = Array.from({ length: Number(count) }, (_none, at) => `<iframe src=/${kind.slice(6)}/${Number(first) + at}></iframe>`);
  return `<!doctype html>${frames.join('')}`;
}

beforeAll(async () => {
  ({ browser, close: closeBrowser } = await openTestBrowser());
  server = createServer(({ headers, url = '/' }, response) => {
    const isForeign = headers.host?.startsWith('foreign.') === true;
    if (isForeign) asked.push(url);
    const type = isForeign && headers['sec-fetch-dest'] === 'script' ? 'text/javascript' : 'text/html';
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'access-control-allow-origin': '*' });
    response.end(isForeign ? '' : answerFor(url), 'latin1');
  });
  port = await listen(server);
});
afterAll(async () => {
  await closeBrowser?.();
  server?.closeAllConnections();
  server?.close();
});
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function newPage(): Promise<Page> {
  const context = await browser.newContext();
  opened.push(() => context.close());
  return context.newPage();
}

async function load(page: Page, kind: 'raw' | 'safe', count: number): Promise<void> {
  for (let first = 1; first <= count; first += BATCH) {
    await page.goto(`http://own.localhost:${port}/batch-${kind}/${first}/${Math.min(BATCH, count - first + 1)}`, { waitUntil: 'load' });
  }
}

test('G92 a browser without any policy asks the refused host for nothing', { timeout: 600_000 }, async () => {
  const page = await newPage();
  asked.length = 0;
  await load(page, 'raw', BATCH);
  const unguarded = asked.length;
  expect(unguarded, 'the documents have to load something as they are').toBeGreaterThan(BATCH / 2);
  const other = await newPage();
  asked.length = 0;
  await load(other, 'safe', LOADED);
  // What a frame was late with has had the time of another page by now.
  await other.goto(`http://own.localhost:${port}/batch-safe/1/1`, { waitUntil: 'networkidle' });
  expect(asked).toEqual([]);
});

/** Runs in the page: what of each document would load from the host, and whether both trees are one, our edits taken back. */
function inspect(pairs: readonly { readonly raw: string; readonly safe: string }[]): readonly (string | null)[] {
  const sources: { readonly [tag: string]: readonly string[] } = {
    script: ['src', 'href', 'xlink:href'],
    iframe: ['src'],
    embed: ['src'],
    object: ['data'],
    img: ['src', 'srcset'],
    image: ['href', 'xlink:href'],
    input: ['src'],
    video: ['src', 'poster'],
    audio: ['src'],
    source: ['src', 'srcset'],
    track: ['src'],
    link: ['href', 'imagesrcset'],
    meta: ['content'],
  };
  const renamed = /^data-(src|srcset|href|rel|type|http-equiv|data|poster)$/;
  const ours = 'data-candor-purpose';
  // Where nobody knows what is text, text is edited too.
  const edited =
    /data-candor-purpose=map |data-(?=(?:src|srcset|href|rel|type|http-equiv|data|poster)\b)|<template data-candor-purpose=map>|<\/template>/gi;
  const childrenOf = (node: Node): readonly Node[] => [...(node instanceof HTMLTemplateElement ? node.content : node).childNodes];
  const isGate = (node: Node): boolean => node instanceof HTMLTemplateElement && node.hasAttribute(ours);
  const leads = (value: string): boolean =>
    [value, ...value.split(/[\s,]+/), value.replace(/^[\s\d.]*[;,]\s*(?:url\s*=\s*)?["']?/i, '')].some(
      (candidate) => URL.canParse(candidate, location.href) && new URL(candidate, location.href).hostname === 'foreign.localhost',
    );
  const isLive = (element: Element): boolean => {
    const name = element.localName.toLowerCase();
    const isHtml = element.namespaceURI?.endsWith('xhtml') === true;
    const given = (attribute: string): string => (element.getAttribute(attribute) ?? '').trim().toLowerCase();
    if (name === 'script' && given('type') === 'speculationrules') return true;
    if (name === 'script' && given('type') === 'text/plain') return false;
    if (name === 'link' && !/stylesheet|icon|preconnect|dns-prefetch|prefetch|preload/.test(given('rel'))) return false;
    if (name === 'meta' && given('http-equiv') !== 'refresh') return false;
    if (!isHtml && name !== 'script' && name !== 'image') return false;
    return (sources[name] ?? []).some((attribute) => leads(element.getAttribute(attribute) ?? ''));
  };
  const loadsIn = (node: Node): readonly string[] => {
    if (isGate(node)) return [];
    const own = node instanceof Element && isLive(node) ? [node.outerHTML.slice(0, 200)] : [];
    const inner = node instanceof HTMLIFrameElement && node.hasAttribute('srcdoc') ? loadsIn(parse(node.srcdoc)) : [];
    return [...own, ...inner, ...childrenOf(node).flatMap(loadsIn)];
  };
  const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
  const describe = (node: Node): string => {
    const inner = childrenOf(node).map(describe).join('');
    if (!(node instanceof Element))
      return node.nodeType === 9 || node.nodeType === 11 ? inner : `${node.nodeType}"${(node.nodeValue ?? '').replace(edited, '')}"`;
    if (isGate(node) || node.localName === 'source') return inner;
    const inert = node.getAttribute('type') === 'text/plain';
    const attributes = [...node.attributes].flatMap(({ name, value }) => {
      if (name === ours || (inert && name === 'type')) return [];
      if (name === 'srcdoc') return [`srcdoc=${describe(parse(value))}`];
      return [`${(renamed.exec(name)?.[1] ?? name).replace('xlink:', '')}=${value}`];
    });
    return `(${node.namespaceURI} ${node.localName} ${attributes.sort().join(' ')}${inner})`;
  };
  return pairs.map(({ raw, safe }) => {
    const left = loadsIn(parse(safe));
    if (left.length > 0) return `still loads: ${left.join(' | ')}`;
    return describe(parse(safe)) === describe(parse(raw)) ? null : 'another tree';
  });
}

test('G92 the tree that a browser makes of what the guard sends is the one of the site, with nothing in it that loads', {
  timeout: 600_000,
}, async () => {
  const page = await newPage();
  await page.goto(`http://own.localhost:${port}/`);
  const faults: string[] = [];
  for (let first = 1; first <= READ; first += 500) {
    const pairs = Array.from({ length: Math.min(500, READ - first + 1) }, (_none, at) => documentOf(first + at));
    const found = await page.evaluate(inspect, pairs);
    found.forEach((fault, at) => {
      if (fault !== null) faults.push(`${first + at}: ${fault}\n${JSON.stringify(pairs[at])}`);
    });
  }
  expect(faults).toEqual([]);
});

/** Everything the guard gates, as a site writes it that knows nothing of gates. */
function embeds(from: string): string {
  const at = (name: string): string => `${from}/${name}`;
  return `<!doctype html><html lang="en"><head><title>t</title><link rel="stylesheet" href="${at('style.css')}"></head><body><main>
<iframe src="${at('iframe.html')}" title="Map"></iframe><img src="${at('img.png')}" alt=""><img srcset="${at('srcset.png')} 1x" alt="">
<picture><source srcset="${at('picture.png')}"><img alt="" src="/own.png"></picture>
<video muted preload="auto" src="${at('video.mp4')}" poster="${at('poster.png')}"></video><audio preload="auto" src="${at('audio.mp3')}"></audio>
<video muted preload="auto"><source src="${at('source.mp4')}" type="video/mp4"></video>
<svg width="9" height="9"><image width="9" height="9" xlink:href="${at('svg.png')}"/></svg><input type="image" alt="x" src="${at('input.png')}">
<script src="${at('script.js')}" async></script><script type="module" src="${at('module.mjs')}"></script>
<script>window.inline = true;</script></main></body></html>`;
}

const gated = [
  'style.css',
  'iframe.html',
  'img.png',
  'srcset.png',
  'picture.png',
  'video.mp4',
  'audio.mp3',
  'source.mp4',
  'svg.png',
  'input.png',
];
const scripts = ['script.js', 'module.mjs'];

test('G83 everything that the guard gates waits under a live policy too, and wakes with a yes', async () => {
  asked.length = 0;
  const tracker: Tracker = {
    kind: 'request',
    match: { hosts: ['foreign.localhost'], paths: ['/*'], methods: ['GET'] },
    as: ['frame', 'script', 'image', 'style', 'media'],
    credentials: true,
    ...mapTracker,
  };
  const declare = (declaration: Declaration): Declaration => ({
    ...declaration,
    notice: { ...declaration.notice, onGrant: 'live' },
    trackers: { ...declaration.trackers, tracker },
    scripts: { inline: 'unsafe-inline', hashes: [] },
  });
  const stand = await startStand({ change: declare, pages: { '/': embeds(`http://foreign.localhost:${port}`) } });
  opened.push(stand.close);
  const page = await newPage();
  await page.goto(stand.url, { waitUntil: 'load' });
  expect(await page.evaluate(() => 'inline' in window)).toBe(true);
  expect(asked).toEqual([]);
  await page.click('#candor-notice [data-candor="accept"]');
  await page.waitForSelector('#candor-status', { state: 'attached' });
  await expect.poll(() => [...new Set(asked)].sort(), { timeout: 20_000 }).toEqual([...gated, ...scripts].map((name) => `/${name}`).sort());
});
