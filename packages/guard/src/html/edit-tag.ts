// What a tag may not do for this visitor, and the smallest edit that keeps it from doing so. Every edit can be seen for what it is:
// an attribute's name gets "data-" before it. What waits for a purpose becomes the gate that the page's script wakes.

import type { RequestUse } from '@candor/core';
import { usesAhead } from '../link-uses.ts';
import type { Bases } from './addresses.ts';
import { addBase, readValue, refreshTarget, resolveAddress, sourcesIn } from './addresses.ts';
import type { Attribute } from './attributes.ts';
import type { TagName } from './tag-names.ts';

/** What an absolute address means for this visitor: load it, nobody declared it, or the purposes that it waits for. */
export type Meaning = 'pass' | 'undeclared' | { readonly purposes: readonly string[] };

/** Whom edits are made for. `rewrite` goes over the markup inside a value. */
export type EditCase = {
  readonly bases: Bases;
  readonly ask: (address: string, use: RequestUse) => Meaning;
  readonly rewrite: (markup: string) => string;
};

/** Bytes of a document that are replaced; `at` and `end` are offsets like those of the attributes. */
export type Edit = { readonly at: number; readonly end: number; readonly text: string };

/** The attributes of a tag and where its name ends. */
export type ReadTag = {
  readonly name: TagName;
  readonly isHtml: boolean;
  readonly nameEnd: number;
  readonly attributes: readonly Attribute[];
};

const NONE: readonly string[] = [];
const NO_EDITS: readonly Edit[] = [];
const NO_WAITS: readonly [] = [];

/** Which attributes of a tag load what. */
const LOADS: { readonly [name in TagName]?: readonly (readonly [attribute: string, use: RequestUse])[] } = {
  script: [
    ['src', 'script'],
    ['href', 'script'],
    ['xlink:href', 'script'],
  ],
  iframe: [['src', 'frame']],
  frame: [['src', 'frame']],
  embed: [['src', 'frame']],
  object: [['data', 'frame']],
  img: [
    ['src', 'image'],
    ['srcset', 'image'],
  ],
  image: [
    ['src', 'image'],
    ['srcset', 'image'],
    ['href', 'image'],
    ['xlink:href', 'image'],
  ],
  feimage: [
    ['href', 'image'],
    ['xlink:href', 'image'],
  ],
  use: [
    ['href', 'image'],
    ['xlink:href', 'image'],
  ],
  input: [['src', 'image']],
  video: [
    ['src', 'media'],
    ['poster', 'image'],
  ],
  audio: [['src', 'media']],
  source: [
    ['src', 'media'],
    ['srcset', 'image'],
  ],
  track: [['src', 'media']],
};

/** Relations that make a browser connect, resolve or fetch ahead; no policy stops the first two. */
const AHEAD: ReadonlySet<string> = new Set([
  'preconnect',
  'dns-prefetch',
  'prefetch',
  'preload',
  'modulepreload',
  'prerender',
  'compression-dictionary',
]);

const RESOURCE: ReadonlyMap<string, RequestUse> = new Map([
  ['stylesheet', 'style'],
  ['icon', 'image'],
  ['apple-touch-icon', 'image'],
  ['apple-touch-icon-precomposed', 'image'],
  ['mask-icon', 'image'],
  ['manifest', 'connect'],
]);

function find({ attributes }: ReadTag, name: string): Attribute | undefined {
  return attributes.find((attribute) => attribute.name === name);
}

function valueIn(tag: ReadTag, name: string): string {
  const attribute = find(tag, name);
  return attribute === undefined ? '' : readValue(attribute.raw);
}

function tokensIn(value: string): readonly string[] {
  return value.toLowerCase().match(/[^\t\n\f\r ]+/g) ?? [];
}

/** Every absolute address in an attribute. */
function addressesIn({ name, raw }: Attribute, { bases }: EditCase): readonly string[] {
  const value = readValue(raw);
  if (name !== 'srcset' && name !== 'imagesrcset') return resolveAddress(value, bases);
  return sourcesIn(value).flatMap((reference) => resolveAddress(reference, bases));
}

/** The purposes that an attribute waits for; none where it may load, or where the policy decides. */
function awaitedBy(attribute: Attribute, use: RequestUse, editCase: EditCase): readonly string[] {
  let awaited: readonly string[] = NONE;
  for (const address of addressesIn(attribute, editCase)) {
    const meaning = editCase.ask(address, use);
    if (typeof meaning === 'object') awaited = [...awaited, ...meaning.purposes];
  }
  return awaited;
}

/** Renames an attribute, and with it each that has the same name: the next one would count in its place. */
function renamed({ attributes }: ReadTag, name: string): readonly Edit[] {
  return attributes.filter((attribute) => attribute.name === name).map(({ at }) => ({ at, end: at, text: 'data-' }));
}

// Without quotes, so that it harms nothing where the markup stands in a string of a script.
function purposeAttribute(purposes: ReadonlySet<string>): string {
  const ids = [...purposes].map((id) => id.replace(/[^\w-]/gu, (character) => `&#${character.codePointAt(0) ?? 0xfffd};`));
  return `data-candor-purpose=${ids.join('&#32;')}`;
}

/** The edits that make the attributes of these names a gate. */
function gate(tag: ReadTag, held: ReadonlySet<string>, purposes: ReadonlySet<string>): readonly Edit[] {
  let own = find(tag, 'data-candor-purpose') === undefined ? `${purposeAttribute(purposes)} ` : '';
  const edits: Edit[] = [];
  for (const { at, name } of tag.attributes) {
    if (!held.has(name)) continue;
    // A woken gate has no namespaces.
    edits.push({ at, end: name === 'xlink:href' ? at + 'xlink:'.length : at, text: `${own}data-` });
    own = '';
  }
  return edits;
}

/** A script that waits keeps its type beside the one that makes it inert. */
function inertScript(tag: ReadTag): readonly Edit[] {
  return [{ at: tag.nameEnd, end: tag.nameEnd, text: ' type=text/plain ' }, ...renamed(tag, 'type')];
}

/** A source that is inserted with its address is looked at, one that gets it later is not. */
function wrapped(tag: ReadTag, purposes: ReadonlySet<string>): readonly Edit[] {
  const start = tag.nameEnd - '<source'.length;
  return [
    { at: start, end: start, text: `<template ${purposeAttribute(purposes)}>` },
    { at: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY, text: '</template>' },
  ];
}

/** What its own author gated, and no browser runs. */
function isGatedScript(tag: ReadTag): boolean {
  return find(tag, 'data-candor-purpose') !== undefined && valueIn(tag, 'type').trim().toLowerCase() === 'text/plain';
}

type Loads = readonly (readonly [attribute: string, use: RequestUse])[];

function useOf(loads: Loads, name: string): RequestUse | undefined {
  for (const [attribute, use] of loads) if (attribute === name) return use;
  return undefined;
}

function editLoads(tag: ReadTag, loads: Loads, editCase: EditCase): readonly Edit[] {
  let waits: readonly (readonly [name: string, awaited: readonly string[]])[] = NO_WAITS;
  for (const attribute of tag.attributes) {
    const use = attribute.again ? undefined : useOf(loads, attribute.name);
    const awaited = use === undefined ? NONE : awaitedBy(attribute, use, editCase);
    if (awaited.length > 0) waits = [...waits, [attribute.name, awaited]];
  }
  if (waits.length === 0) return NO_EDITS;
  const held = new Set(waits.map(([name]) => name));
  const purposes = new Set(waits.flatMap(([, awaited]) => awaited));
  if (tag.name === 'source' && tag.isHtml && held.has('src')) return wrapped(tag, purposes);
  if (tag.name !== 'script') return gate(tag, held, purposes);
  return isGatedScript(tag) ? NO_EDITS : [...inertScript(tag), ...gate(tag, held, purposes)];
}

function mayReach(address: string, uses: readonly RequestUse[], { ask, bases }: EditCase): boolean {
  const [own = ''] = bases;
  if (new URL(address).hostname === new URL(own).hostname) return true;
  return uses.some((use) => ask(address, use) === 'pass');
}

function editLink(tag: ReadTag, editCase: EditCase): readonly Edit[] {
  const rel = find(tag, 'rel');
  if (rel === undefined) return [];
  const relations = tokensIn(readValue(rel.raw));
  const uses: RequestUse[] = [];
  for (const relation of relations) {
    const use = RESOURCE.get(relation);
    if (use !== undefined) uses.push(use);
  }
  const href = find(tag, 'href');
  if (href !== undefined && uses.length > 0) {
    const awaited = uses.flatMap((use) => awaitedBy(href, use, editCase));
    if (awaited.length > 0) return gate(tag, new Set(['href']), new Set(awaited));
  }
  if (!relations.some((relation) => AHEAD.has(relation))) return [];
  const narrowed = usesAhead(relations, valueIn(tag, 'as').toLowerCase());
  const targets = tag.attributes.filter(({ name }) => name === 'href' || name === 'imagesrcset');
  const stays = targets.flatMap((target) => addressesIn(target, editCase)).every((address) => mayReach(address, narrowed, editCase));
  return stays ? [] : renamed(tag, 'rel');
}

function editMeta(tag: ReadTag, editCase: EditCase): readonly Edit[] {
  const equivalent = find(tag, 'http-equiv');
  if (equivalent === undefined || readValue(equivalent.raw).toLowerCase() !== 'refresh') return [];
  const target = refreshTarget(valueIn(tag, 'content'));
  const addresses = target === null ? [] : resolveAddress(target, editCase.bases);
  return addresses.every((address) => mayReach(address, ['frame'], editCase)) ? [] : renamed(tag, 'http-equiv');
}

/** A document inside an attribute: what may not be in it is taken out of the value. */
function editInner(tag: ReadTag, { rewrite }: EditCase): readonly Edit[] {
  const inner = find(tag, 'srcdoc');
  if (inner === undefined || (!inner.raw.includes('<') && !inner.raw.includes('&'))) return [];
  const rewritten = rewrite(inner.raw);
  return rewritten === inner.raw ? [] : [{ at: inner.valueAt, end: inner.valueEnd, text: rewritten }];
}

/** The edits that a tag needs, in the order of the bytes; mostly none. An infinite offset is the end of the tag. */
export function editTag(tag: ReadTag, editCase: EditCase): readonly Edit[] {
  switch (tag.name) {
    case 'base':
      addBase(editCase.bases, valueIn(tag, 'href'));
      return [];
    case 'link':
      return editLink(tag, editCase);
    case 'meta':
      return editMeta(tag, editCase);
    case 'script':
      // Rules for speculation are a list of addresses, and may be as many as they like.
      if (valueIn(tag, 'type').trim().toLowerCase() === 'speculationrules') return inertScript(tag);
      break;
    case 'iframe': {
      const inner = editInner(tag, editCase);
      return [...editLoads(tag, LOADS.iframe ?? [], editCase), ...inner].sort((one, other) => one.at - other.at);
    }
    default:
  }
  const edits = editLoads(tag, LOADS[tag.name] ?? [], editCase);
  return edits.length < 2 ? edits : [...edits].sort((one, other) => one.at - other.at);
}
