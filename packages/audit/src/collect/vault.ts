// Values of cookies and stored items, kept in memory for one question only: are they seen again where they do not belong?
import type { ValueOwner } from './observation.ts';

/** A value and what it belongs to. Never part of evidence. */
export type Secret = { readonly owner: ValueOwner; readonly value: string };

/** Keeps each value once, and only so many. */
export interface Vault {
  keep(secret: Secret): void;
  read(): readonly Secret[];
}

const mostSecrets = 300;
const longestValue = 4096;

/** An empty vault. */
export function createVault(): Vault {
  const secrets = new Map<string, Secret>();
  return {
    keep: (secret) => {
      const { owner, value } = secret;
      if (value === '' || value.length > longestValue || secrets.size >= mostSecrets) return;
      const key = JSON.stringify([owner.kind, owner.name, owner.host, value]);
      if (!secrets.has(key)) secrets.set(key, secret);
    },
    read: () => [...secrets.values()],
  };
}
