// The life of a log-in: 32 random bytes in the cookie, their SHA-256 at rest, fourteen days.
import { encodeHex, sha256Hex } from '@candor/core';
import type { Session, SessionStore } from '../drivers/session-store.ts';
import { cookieValues, setCookieLine } from '../http/cookies.ts';

const lifeSeconds = 14 * 24 * 60 * 60;
const seenEverySeconds = 60;
const cookieName = 'sessionid';

/** Log-ins of one site. */
export type Sessions = {
  /** The session of a request, or null. Tries every `sessionid` that the browser sent. */
  find(request: Request): Promise<Session | null>;
  /** Ends what the request carried and begins anew; the answer is the Set-Cookie line. */
  rotate(request: Request, accountId: number, browser: string): Promise<string>;
  /** Ends what the request carried; the answer is the deleting Set-Cookie line. */
  flush(request: Request): Promise<string>;
};

/** What sessions need: where they are kept, the cookie's path, and the injected clock and randomness. */
export type SessionOptions = {
  readonly store: SessionStore;
  readonly path: string;
  readonly secure: boolean;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
};

/** Sessions over a store. */
export function createSessions({ store, path, secure, now, random }: SessionOptions): Sessions {
  const hashes = (request: Request) =>
    cookieValues(request.headers.get('cookie'), cookieName)
      .filter((value) => /^[0-9a-f]{64}$/.test(value))
      .slice(0, 8)
      .map((value) => sha256Hex(value));
  const end = async (request: Request) => {
    for (const tokenHash of hashes(request)) await store.removeByToken(tokenHash);
    await store.removeExpired(now());
  };
  const line = (value: string, maxAge: number) => setCookieLine({ name: cookieName, value, path, maxAge, httpOnly: true, secure });
  return {
    async find(request) {
      for (const tokenHash of hashes(request)) {
        const session = await store.find(tokenHash, now());
        if (session === null) continue;
        if (session.seenAt + seenEverySeconds <= now()) await store.touch(session.id, now());
        return session;
      }
      return null;
    },
    async rotate(request, accountId, browser) {
      await end(request);
      const token = encodeHex(random(32));
      await store.add({ tokenHash: sha256Hex(token), accountId, browser, at: now(), expiresAt: now() + lifeSeconds });
      return line(token, lifeSeconds);
    },
    async flush(request) {
      await end(request);
      return line('', 0);
    },
  };
}
