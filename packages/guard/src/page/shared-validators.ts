// Validators of pages that a cache holds for everybody: the site's own, with a mark of what was put into its page. The same page of the
// site under another declaration is another page.
import { valuesOf } from '../header-list.ts';
import type { Visit } from '../request/visit.ts';
import type { SharedPages } from './shared-pages.ts';

/** A validator as a cache holds it, and as the site knows it. */
export type HeldTag = { readonly held: string; readonly own: string };

/** Requests with more of them are not worth an answer without a body. */
const MOST = 16;

/** The site's validator with a mark. Always a weak one: bytes may differ by how they are packed. Null for what is no validator. */
export function markTag(own: string, mark: string): string | null {
  const [, weak, opaque] = /^(W\/)?"([\x21\x23-\x7e]*)"$/.exec(own) ?? [];
  return opaque === undefined ? null : `W/"${opaque}.${weak === undefined ? 's' : 'w'}${mark}"`;
}

function readTag(held: string): { readonly own: string; readonly mark: string } | null {
  const [, opaque, strength, mark] = /^W\/"(.*)\.([sw])([0-9a-f]{12})"$/.exec(held) ?? [];
  return opaque === undefined || mark === undefined ? null : { own: `${strength === 'w' ? 'W/' : ''}"${opaque}"`, mark };
}

/** Which of a request's validators are for pages that this guard made; none where the request is for no shared page. */
export function heldTags(shared: SharedPages | null, { facts, headers }: Visit): readonly HeldTag[] {
  if (shared === null || !shared.includes(facts)) return [];
  const given = valuesOf(headers, 'if-none-match').flatMap((value) => value.match(/(?:W\/)?"[\x21\x23-\x7e]*"/g) ?? []);
  return given.slice(0, MOST).flatMap((held) => {
    const read = readTag(held);
    return read !== null && shared.knows(read.mark) ? [{ held, own: read.own }] : [];
  });
}
