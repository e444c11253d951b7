// The page's first script where a server renders the page: it reads the state that the server put in, and starts.
import type { PageState } from '@candor/core';
import { captureEnv } from './env.ts';
import type { More } from './page.ts';
import { startPage } from './page.ts';

// Asynchronous only so that a fault is reported as a rejection: there is nothing in it that waits.
async function boot(): Promise<void> {
  const block = document.getElementById('candor-state');
  if (!block || Object.hasOwn(window, 'candor')) return;
  // Said to scripts alone, so that the server could not know: what runs unasked waits until it was asked.
  const { globalPrivacyControl: silent } = navigator as { readonly globalPrivacyControl?: unknown };
  const hush = (_key: string, value: unknown): unknown =>
    (value as { reason?: unknown } | null)?.reason === 'default-on' ? { ...Object(value), allowed: false } : value;
  const state = JSON.parse(block.textContent, silent ? hush : undefined) as PageState;
  const env = captureEnv(window);
  const load = (): Promise<More> => import(state.more);
  const value = Object.freeze(startPage(env, state, load));
  Object.defineProperty(window, 'candor', { value });
}

void boot();
