// Who did it, in words that every form of the report shares.
import type { EvidenceSetter } from './report.ts';

/** A sentence about the setter; `show` writes what the site chose, addresses above all. */
export function saySetter(setter: EvidenceSetter, show: (chosen: string) => string): string {
  const address = show(setter.url);
  switch (setter.kind) {
    case 'script':
      return setter.line === undefined ? `a script on ${address}` : `the script ${address}:${setter.line}:${setter.column ?? 1}`;
    case 'markup':
      return setter.line === undefined ? `the markup of ${address}` : `the markup of ${address} in line ${setter.line}`;
    case 'unknown':
      return `nobody who was seen: it was there after ${address}`;
    case 'http-response': {
      const redirect = setter.redirectTo === undefined ? '' : `, redirecting to ${show(setter.redirectTo)}`;
      const cause = setter.causedBy === undefined ? '' : `, caused by ${show(setter.causedBy)}`;
      return `the answer ${setter.status ?? ''} to ${show(setter.method ?? 'GET')} ${address}${redirect}${cause}`;
    }
  }
}
