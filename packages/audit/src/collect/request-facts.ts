// Addresses as the deciders read them.
import type { RequestFacts } from '@candor/core';

/** Whether a host is this machine: `localhost`, its sub-domains, 127.0.0.0/8 and `[::1]`. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || /^127(\.\d{1,3}){3}$/.test(host) || host === '[::1]';
}

/** The URL, or null where the text is none. */
export function readUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** Host, path and method of a request; browsers treat loopback as secure. */
export function requestFacts(address: string, method: string): RequestFacts {
  const url = readUrl(address);
  if (url === null) return { host: '', path: '/', method, secure: false };
  const secure = url.protocol === 'https:' || url.protocol === 'wss:' || isLoopback(url.hostname);
  return { host: url.hostname, path: url.pathname === '' ? '/' : url.pathname, method, secure };
}

/** The address without its fragment. */
export function withoutFragment(address: string): string {
  const end = address.indexOf('#');
  return end < 0 ? address : address.slice(0, end);
}
