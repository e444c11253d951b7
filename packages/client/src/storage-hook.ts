// Web storage that scripts write with `setItem`. Named properties cannot be intercepted; the sweeper finds those.
import type { Question } from '@candor/core';
import type { Asker } from './asker.ts';
import type { Env } from './env.ts';
import { openStorage } from './env.ts';

/** The question about one key. */
export function storageQuestion(env: Env, store: 'local' | 'session', name: string): Question {
  return { kind: 'storage', store, origin: env.location.origin, name };
}

/** Installs the hook on both stores at once: they share a prototype. */
export function hookStorage(env: Env, asker: Asker): void {
  const session = openStorage(env, 'session');
  Object.defineProperty(Storage.prototype, 'setItem', {
    configurable: false,
    writable: false,
    value: function (this: Storage, name: unknown, value: unknown): void {
      const key = String(name);
      const question = storageQuestion(env, this === session ? 'session' : 'local', key);
      if (!asker.refuses(question, key)) env.setItem.call(this, key, String(value));
    },
  });
}
