// Cookies that scripts set: each line is asked for before the browser sees it.
import type { Question } from '@candor/core';
import { scanCookieHeader, scanSetCookie } from '@candor/core';
import type { Asker } from './asker.ts';
import type { Env } from './env.ts';

/** The line as it may be set, or null. */
export function allowedLine(env: Env, asker: Asker, line: string): string | null {
  const name = scanSetCookie(line)?.name ?? '';
  const held = scanCookieHeader(env.cookie.read()).some((cookie) => cookie.name === name);
  const question: Question = { kind: 'script-cookie', line, request: asker.request(), held, now: env.now() };
  const verdict = asker.ask(question);
  if (verdict.outcome === 'drop') {
    asker.remember(question, name, verdict);
    return null;
  }
  return line + (verdict.append ?? '');
}

function hookDocumentCookie(env: Env, asker: Asker): void {
  Object.defineProperty(Document.prototype, 'cookie', {
    configurable: false,
    enumerable: true,
    get: () => env.cookie.read(),
    set: (line: unknown) => {
      const allowed = allowedLine(env, asker, String(line));
      if (allowed !== null) env.cookie.write(allowed);
    },
  });
}

type CookieStoreInit = {
  readonly name?: unknown;
  readonly value?: unknown;
  readonly expires?: unknown;
  readonly domain?: unknown;
  readonly path?: unknown;
  readonly partitioned?: unknown;
};

/** What a `cookieStore.set` amounts to as a line, for asking only. */
export function lineOf(first: unknown, second: unknown): string {
  const init: CookieStoreInit = typeof first === 'object' && first !== null ? first : { name: first, value: second };
  const expires = init.expires === undefined || init.expires === null ? '' : `; Expires=${new Date(Number(init.expires)).toUTCString()}`;
  const domain = typeof init.domain === 'string' ? `; Domain=${init.domain}` : '';
  const partitioned = init.partitioned === true ? '; Partitioned' : '';
  return `${String(init.name ?? '')}=${String(init.value ?? '')}; Path=${String(init.path ?? '/')}; Secure${expires}${domain}${partitioned}`;
}

type CookieStoreLike = { set(...init: readonly unknown[]): Promise<void> };

function hookCookieStore(env: Env, asker: Asker): void {
  const prototype: CookieStoreLike | undefined = (env.window as { readonly CookieStore?: { readonly prototype: CookieStoreLike } })
    .CookieStore?.prototype;
  if (prototype === undefined) return;
  const set = prototype.set;
  Object.defineProperty(prototype, 'set', {
    configurable: false,
    writable: false,
    value: function (this: CookieStoreLike, ...init: readonly unknown[]): Promise<void> {
      const line = lineOf(init[0], init[1]);
      const allowed = allowedLine(env, asker, line);
      if (allowed === null) return Promise.resolve();
      if (allowed === line) return set.apply(this, init as unknown[]);
      // A life that is too long is set as a line, where it can be tightened.
      env.cookie.write(allowed);
      return Promise.resolve();
    },
  });
}

/** Installs both. */
export function hookCookies(env: Env, asker: Asker): void {
  hookDocumentCookie(env, asker);
  hookCookieStore(env, asker);
}
