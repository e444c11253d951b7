// A jar as RFC 6265bis §5.6 describes it, small enough to read: what a response leaves behind, what a request sends.
import { defaultCookiePath, scanSetCookie } from '../../src/base/cookie-scan.ts';
import type { RequestFacts } from '../../src/enforce/types.ts';

export type JarCookie = {
  readonly name: string;
  readonly host: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly partitioned: boolean;
};

/** Cookies by name, place and partition; every one of them is taken to be stored by a secure site. */
export class CookieJar {
  readonly #cookies = new Map<string, JarCookie>();

  receive(line: string, request: RequestFacts, now: number): void {
    const facts = scanSetCookie(line);
    if (facts === null) return;
    const host = facts.domain ?? request.host;
    if (request.host !== host && !request.host.endsWith(`.${host}`)) return;
    const cookie = {
      name: facts.name,
      host,
      hostOnly: facts.domain === null,
      path: facts.path ?? defaultCookiePath(request.path),
      partitioned: facts.partitioned,
    };
    const ends = facts.maxAge === null ? facts.expires : now + facts.maxAge;
    if (ends !== null && ends <= now) this.#cookies.delete(JSON.stringify(cookie));
    else this.#cookies.set(JSON.stringify(cookie), cookie);
  }

  all(): readonly JarCookie[] {
    return [...this.#cookies.values()];
  }

  namesFor(request: RequestFacts): readonly string[] {
    return this.all()
      .filter(({ host, hostOnly }) => request.host === host || (!hostOnly && request.host.endsWith(`.${host}`)))
      .filter(({ path }) => request.path === path || request.path.startsWith(path.endsWith('/') ? path : `${path}/`))
      .map(({ name }) => name);
  }
}
