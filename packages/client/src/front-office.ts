// What this script says to the front office, and what it is told: always over the site's own origin.

import type { Env } from './env.ts';
import type { Consented } from './page-state.ts';

/** What came of a choice: the receipt as the ledger gave it, or null. */
export type ChoiceOutcome = { readonly receipt: unknown };

/** Sends a form's fields. Null when they did not arrive: then the form itself is the way. */
export async function postChoice(env: Env, action: string, fields: URLSearchParams): Promise<ChoiceOutcome | null> {
  try {
    const response = await env.fetch(action, {
      method: 'POST',
      body: fields,
      headers: { accept: 'application/json' },
      credentials: 'same-origin',
      redirect: 'error',
    });
    if (!response.ok) return null;
    const answer = (await response.json()) as { readonly receipt?: unknown } | null;
    return { receipt: answer?.receipt ?? null };
  } catch {
    return null;
  }
}

/** Asks the guard what holds now. Null when it does not answer. */
export async function fetchConsented(env: Env, prefix: string): Promise<Consented | null> {
  try {
    const response = await env.fetch(`${prefix}/api/state`, {
      headers: { accept: 'application/json' },
      credentials: 'same-origin',
      cache: 'no-store',
    });
    return response.ok ? ((await response.json()) as Consented) : null;
  } catch {
    return null;
  }
}
