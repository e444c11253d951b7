// The name of exactly these words.
import type { Json } from '../base/canonical-json.ts';
import { encodeCanonicalJson } from '../base/canonical-json.ts';
import { sha256Hex } from '../base/hash.ts';
import type { NoticeView } from './view.ts';

const kept = new WeakMap<NoticeView, string>();

/**
 * SHA-256, lower-case hex, of the view's canonical JSON: the same words under the same rules have the same hash anywhere. Worked out
 * once for a view, which must not be changed afterwards: the hash stands in every page that asks.
 */
export function noticeHash(view: NoticeView): string {
  const known = kept.get(view);
  if (known !== undefined) return known;
  const json: Json = view;
  const hash = sha256Hex(encodeCanonicalJson(json));
  kept.set(view, hash);
  return hash;
}
