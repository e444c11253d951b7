// What a browser would make of a document, read by parse5: what it would load, and its tree, with our edits taken back.
import type { DefaultTreeAdapterMap } from 'parse5';
import { parse } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** Whether it is our gate, in which a source waits. */
function isGate(node: Node): boolean {
  return node.nodeName === 'template' && 'attrs' in node && node.attrs.some(({ name }) => name === 'data-candor-purpose');
}

function childrenOf(node: Node): readonly Node[] {
  if ('content' in node) return node.content.childNodes;
  return 'childNodes' in node ? node.childNodes : [];
}

function elementsIn(node: Node): readonly Element[] {
  return [...('tagName' in node ? [node] : []), ...(isGate(node) ? [] : childrenOf(node).flatMap(elementsIn))];
}

/** Attributes by name; the namespace of a name is left out, as browsers leave it out of an href. */
function attributesOf({ attrs }: Element): ReadonlyMap<string, string> {
  return new Map(attrs.map(({ name, prefix, value }) => [prefix ? `${prefix}:${name}` : name, value]));
}

const SOURCES: { readonly [tag: string]: readonly string[] } = {
  script: ['src', 'href', 'xlink:href'],
  iframe: ['src'],
  frame: ['src'],
  embed: ['src'],
  object: ['data'],
  img: ['src', 'srcset'],
  image: ['href', 'xlink:href'],
  feimage: ['href', 'xlink:href'],
  input: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  source: ['src', 'srcset'],
  track: ['src'],
};
const LINKS = /(?:^|\s)(?:stylesheet|icon|preconnect|dns-prefetch|prefetch|preload|modulepreload)(?:\s|$)/i;

function sourcesOf(element: Element): readonly string[] {
  const attributes = attributesOf(element);
  const read = (...names: readonly string[]): readonly string[] => names.map((name) => attributes.get(name) ?? '');
  const isHtml = element.namespaceURI.endsWith('xhtml');
  const name = element.tagName.toLowerCase();
  if (name === 'script' && attributes.get('type')?.trim().toLowerCase() === 'speculationrules') return ['http://foreign.localhost/rules'];
  if (name === 'script' && attributes.get('type') === 'text/plain') return [];
  if (isHtml && name === 'link') return LINKS.test(attributes.get('rel') ?? '') ? read('href', 'imagesrcset') : [];
  if (isHtml && name === 'meta') return attributes.get('http-equiv')?.toLowerCase() === 'refresh' ? read('content') : [];
  if (!isHtml && !['script', 'image', 'feimage'].includes(name)) return [];
  return read(...(SOURCES[name] ?? []));
}

/** Whether a browser that takes an address apart itself would find this host in it. */
function leadsTo(value: string, host: string): boolean {
  const candidates = [value, ...value.split(/[\s,]+/), value.replace(/^[\s\d.]*[;,]\s*(?:url\s*=\s*)?["']?/i, '')];
  return candidates.some(
    (candidate) => URL.canParse(candidate, 'http://own.localhost/') && new URL(candidate, 'http://own.localhost/').hostname === host,
  );
}

/** What of a document would load from a host: tag and value of each. Templates included: a script may make use of them. */
export function readLoads(html: string, host: string, scriptingEnabled: boolean): readonly string[] {
  const found: string[] = [];
  for (const element of elementsIn(parse(html, { scriptingEnabled }))) {
    for (const value of sourcesOf(element)) if (leadsTo(value, host)) found.push(`${element.tagName} ${value}`);
    const inner = attributesOf(element).get('srcdoc');
    if (inner !== undefined && element.tagName === 'iframe') found.push(...readLoads(inner, host, scriptingEnabled));
  }
  return found;
}

const RENAMED = /^data-(src|srcset|href|rel|type|http-equiv|data|poster)$/;

const REFERENCE = /&#(\d+);|&(?:lt|gt|quot);/g;
const decode = (whole: string, code: string | undefined): string =>
  code === undefined ? ({ '&lt;': '<', '&gt;': '>' }[whole] ?? '"') : String.fromCharCode(Number(code));
const EDITED =
  /<template data-candor-purpose=map>|<\/template>| type=text\/plain (?=\s|\/|>|data)|data-candor-purpose=map |data-(?=(?:src|srcset|href|rel|type|http-equiv|data|poster)\b)|xlink:(?=href)/gi;

function describeElement(element: Element): string {
  const attributes = attributesOf(element);
  const ours = attributes.get('type') === 'text/plain';
  const kept = [...attributes].flatMap(([name, value]): readonly string[] => {
    if (name === 'data-candor-purpose' || (ours && name === 'type')) return [];
    if (name === 'srcdoc') return [`srcdoc=${describeTree(value, true)}`];
    return [`${(RENAMED.exec(name)?.[1] ?? name).replace('xlink:', '')}=${value}`];
  });
  return `${element.namespaceURI.slice(-4)}:${element.tagName} ${kept.sort().join(' ')}`;
}

function describe(node: Node): readonly string[] {
  const inner = childrenOf(node).flatMap(describe);
  // What stands for readers without scripts is text to one with scripts, and edited all the same.
  if (node.nodeName === '#text' && 'value' in node) return [`"${node.value.replace(REFERENCE, decode).replace(EDITED, '')}"`];
  if (node.nodeName === '#comment' && 'data' in node) return [`<!--${node.data.replace(EDITED, '')}-->`];
  if (!('tagName' in node)) return inner;
  // In a table its gate stands where it would not have stood itself.
  if (node.tagName === 'source') return inner;
  if (isGate(node)) return inner;
  return [`(${describeElement(node)}`, ...inner, ')'];
}

/** The tree of a document as text, with our edits taken back. */
export function describeTree(html: string, scriptingEnabled: boolean): string {
  return describe(parse(html, { scriptingEnabled })).join('\n');
}
