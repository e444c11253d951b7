// Sessions in memory, by the hash of their key: a dump of the table opens nothing.
import { createHash } from 'node:crypto';
import { sessionCookie } from '../http/cookies.ts';
import type { Random } from './random.ts';

/** Who is logged in. */
export type Session = { readonly user: string };

/** A table of sessions. Keys are 32 lower-case hex digits; a session ends two weeks after log-in. */
export type Sessions = {
  readonly open: (user: string) => string;
  readonly find: (key: string | null) => Session | null;
  readonly close: (key: string | null) => void;
};

const most = 1000;

function fingerprint(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** An empty table. */
export function createSessions(random: Random, now: () => Date): Sessions {
  const table = new Map<string, Session & { readonly ends: number }>();
  return {
    open: (user) => {
      const key = Buffer.from(random(16)).toString('hex');
      const [oldest] = table.keys();
      if (table.size >= most && oldest !== undefined) table.delete(oldest);
      table.set(fingerprint(key), { user, ends: now().getTime() + sessionCookie.maxAge * 1000 });
      return key;
    },
    find: (key) => {
      const session = key === null ? undefined : table.get(fingerprint(key));
      return session !== undefined && session.ends > now().getTime() ? session : null;
    },
    close: (key) => {
      if (key !== null) table.delete(fingerprint(key));
    },
  };
}
