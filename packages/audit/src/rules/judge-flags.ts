// R-FLAGS: attributes weaker than declared.
import type { CookieItem } from '@candor/core';
import type { HeldCookie } from '../collect/observation.ts';

const strength = { none: 0, lax: 1, strict: 2 } as const;

/** What is weaker, as a message; null where nothing is. */
export function judgeFlags(declared: CookieItem, held: HeldCookie): string | null {
  const missing: string[] = [];
  if (declared.secure && !held.secure) missing.push('Secure');
  if (declared.httpOnly && !held.httpOnly) missing.push('HttpOnly');
  if (strength[held.sameSite] < strength[declared.sameSite]) missing.push(`SameSite=${declared.sameSite} (it is ${held.sameSite})`);
  return missing.length === 0 ? null : `Cookie "${held.name}" lacks the declared ${missing.join(', ')}`;
}
