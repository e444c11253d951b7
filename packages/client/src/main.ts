// The page's first script where a server renders the page: it reads the state that the server put in, and starts.
import type { PageState } from '@candor/core';
import { captureEnv } from './env.ts';
import type { More } from './page.ts';
import { startPage } from './page.ts';

function boot(): void {
  try {
    const state = JSON.parse(document.getElementById('candor-state')?.textContent ?? '') as PageState;
    if ('candor' in window) return;
    // Said to scripts alone, so that the server could not know: what runs unasked waits until it was asked.
    for (const decision of Object.values<{ allowed: boolean; readonly reason: string }>(state.consent.purposes))
      if (decision.reason === 'default-on')
        decision.allowed = !(navigator as { readonly globalPrivacyControl?: unknown }).globalPrivacyControl;
    const env = captureEnv(window);
    const load = (): Promise<More> => import(state.more);
    const value = Object.freeze(startPage(env, state, load));
    Object.defineProperty(window, 'candor', { value });
  } catch {}
}

boot();
