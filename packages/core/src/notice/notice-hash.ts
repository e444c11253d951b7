// The name of exactly these words.
import type { Json } from '../base/canonical-json.ts';
import { encodeCanonicalJson } from '../base/canonical-json.ts';
import { sha256Hex } from '../base/hash.ts';
import type { NoticeView } from './view.ts';

/** SHA-256, lower-case hex, of the view's canonical JSON: the same words under the same rules have the same hash anywhere. */
export function noticeHash(view: NoticeView): string {
  const json: Json = view;
  return sha256Hex(encodeCanonicalJson(json));
}
