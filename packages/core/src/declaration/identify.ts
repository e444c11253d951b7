// A declaration's id: everything that is published carries it.
import { encodeCanonicalJson } from '../base/canonical-json.ts';
import { sha256Hex } from '../base/hash.ts';
import type { Declaration } from './types.ts';

/** SHA-256, as 64 lower-case hex digits, of the RFC 8785 form of a declaration. The order of keys does not matter. */
export function identifyDeclaration(declaration: Declaration): string {
  return sha256Hex(encodeCanonicalJson(declaration));
}
