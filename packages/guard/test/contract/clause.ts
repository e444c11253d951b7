// What a clause of the mounts' contract is, and what it is tried with.

import type { MountOptions } from '../../src/mounts/mount.ts';
import { bodyOf, exchangeBytes, headerValues, requestText, statusOf } from '../wire.ts';
import type { Reply, Seen, Site } from './site.ts';
import type { Stand } from './stands.ts';

/** A response off the wire. */
export type Got = {
  readonly text: string;
  readonly status: number;
  readonly body: string;
  /** What of Set-Cookie would set something; what ends something apart. */
  readonly set: readonly string[];
  readonly ended: readonly string[];
  values(name: string): readonly string[];
  /** Policies, however they are put on lines. */
  readonly policies: readonly string[];
};

/** A site behind a mount, and a way to ask it. */
export type Trial = Stand & { get(line: string, headers?: readonly string[], body?: string): Promise<Got> };

/** Starts the mount under trial. */
export type Begin = (site: Site | Reply | ((seen: Seen) => Reply | Promise<Reply>), overrides?: Partial<MountOptions>) => Promise<Trial>;

/** One rule that is to hold behind every mount. `hold` rejects where it does not. */
export type Clause = { readonly id: string; readonly text: string; readonly hold: (begin: Begin) => Promise<void> };

/** Reads a whole response. */
export function readGot(text: string): Got {
  const lines = headerValues(text, 'set-cookie');
  const isEnd = (line: string): boolean => /;\s*max-age=0(?:;|$)/i.test(line);
  return {
    text,
    status: statusOf(text),
    body: bodyOf(text),
    set: lines.filter((line) => !isEnd(line)),
    ended: lines.filter(isEnd),
    values: (name) => headerValues(text, name),
    policies: headerValues(text, 'content-security-policy').flatMap((value) => value.split(/,\s*/)),
  };
}

/** A stand with its way to be asked. */
export function asTrial(stand: Stand): Trial {
  const get = async (line: string, headers: readonly string[] = [], body = ''): Promise<Got> =>
    readGot(await exchangeBytes(stand.port, requestText(line, headers, body)));
  return { ...stand, get };
}

/** What a clause's site is given as. */
export function asSite(given: Parameters<Begin>[0]): Site {
  if (typeof given === 'function') return { answer: given };
  return 'answer' in given ? given : { answer: () => given };
}

export const HTML = '<!doctype html><html><head><title>t</title></head><body><p>x</p></body></html>';
export const HTML_TYPE = ['Content-Type', 'text/html; charset=utf-8'] as const;
export const JSON_TYPE = ['Content-Type', 'application/json; charset=utf-8'] as const;
export const DECLARED = 'csrftoken=t; Path=/; Secure; SameSite=Lax; Max-Age=31449600';
