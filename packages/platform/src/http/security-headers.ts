// The headers of every answer. The back office and the pages of a visitor pass the policy that Candor compiles for others.

const always: readonly (readonly [string, string])[] = [
  [
    'Content-Security-Policy',
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  ],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
];

/** Adds the security headers, and for personal answers the two that keep them out of caches and frames. */
export function addSecurityHeaders(headers: Headers, personal: boolean): void {
  for (const [name, value] of always) headers.set(name, value);
  if (!personal) return;
  headers.set('Cache-Control', 'private, no-store');
  headers.set('X-Frame-Options', 'DENY');
}
