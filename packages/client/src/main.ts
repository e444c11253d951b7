// The guard's script in a page. It decides nothing by itself: it asks core's `decide` with the state that the guard put in, and the
// guard what holds after a choice. First the hooks, synchronously; then what can wait for the document.
import type { Asker } from './asker.ts';
import { createAsker } from './asker.ts';
import { hookCookies } from './cookie-hooks.ts';
import type { Env } from './env.ts';
import { captureEnv } from './env.ts';
import { fetchConsented, postChoice } from './front-office.ts';
import type { Gates } from './gates.ts';
import { createGates } from './gates.ts';
import { hookLoads } from './load-hooks.ts';
import { enhanceNotice, hideNotice, noticeFields } from './notice.ts';
import { readPageState } from './page-state.ts';
import { showKept } from './receipt-link.ts';
import { hookStorage } from './storage-hook.ts';
import { sweepNow, sweepPlanned } from './sweep.ts';

const CHANNEL = 'candor';

function isNarrower(before: Asker['state']['consent'], after: Asker['state']['consent']): boolean {
  return Object.entries(before.purposes).some(([id, { allowed }]) => allowed && after.purposes[id]?.allowed !== true);
}

/** Takes over what the guard says holds now: sweeps, wakes or reloads as declared. */
async function refresh(env: Env, asker: Asker, gates: Gates): Promise<void> {
  const consented = await fetchConsented(env, asker.state.prefix);
  if (consented === null) return;
  const withdrawn = isNarrower(asker.consent(), consented.consent);
  asker.update(consented);
  if (!consented.consent.ask) hideNotice(env);
  sweepNow(env, asker);
  sweepPlanned(env, consented.sweep);
  // What runs already cannot be stopped from here; only a new page is without it.
  if (withdrawn && asker.state.onWithdraw === 'reload') return env.location.reload();
  if (asker.state.onGrant === 'reload' && gates.areWaiting() && !withdrawn) return env.location.reload();
  return gates.pass();
}

function openChannel(env: Env, changed: () => void): { tell(): void } {
  if (typeof env.window.BroadcastChannel !== 'function') return { tell: () => undefined };
  const channel = new env.window.BroadcastChannel(CHANNEL);
  channel.onmessage = changed;
  return { tell: () => channel.postMessage('changed') };
}

function whenParsed(env: Env, step: () => void): void {
  if (env.document.readyState === 'loading') env.document.addEventListener('DOMContentLoaded', step);
  else step();
}

function start(env: Env, asker: Asker): void {
  const { prefix, sweep, words } = asker.state;
  const changed = (): void => void refresh(env, asker, gates);
  const channel = openChannel(env, changed);
  const grant = async (purposes: readonly string[]): Promise<void> => {
    const fields = noticeFields(env);
    // A yes to one thing answers nothing else: the question stays where it is.
    fields.set('do', 'grant');
    fields.set('return', env.location.pathname + env.location.search);
    for (const purpose of purposes) fields.append('purpose', purpose);
    const outcome = await postChoice(env, `${prefix}/preferences`, fields);
    if (outcome === null) env.location.href = `${prefix}/preferences?return=${encodeURIComponent(env.location.pathname)}`;
    else kept(outcome.receipt);
  };
  const gates = createGates(env, asker, (purposes) => void grant(purposes));
  const kept = (receipt: unknown): void => {
    showKept(env, receipt, words.saved);
    channel.tell();
    changed();
  };
  const done = (receipt: unknown): void => {
    hideNotice(env);
    kept(receipt);
  };
  enhanceNotice(env, ({ receipt }) => done(receipt));
  sweepNow(env, asker);
  sweepPlanned(env, sweep);
  whenParsed(env, () => {
    gates.pass();
    sweepNow(env, asker);
    // Not before: a frame that the parser has just inserted does not load an address it is given in the same breath.
    new MutationObserver(() => gates.pass()).observe(env.document, { childList: true, subtree: true });
  });
  env.window.addEventListener('load', () => sweepNow(env, asker));
  // What was written past the hooks does not outlive the page.
  env.window.addEventListener('pagehide', () => sweepNow(env, asker));
  env.window.addEventListener('pageshow', (event) => {
    if (event.persisted) changed();
  });
}

function boot(): void {
  const env = captureEnv(window);
  const state = readPageState(env);
  if (state === null || 'candor' in window) return;
  const asker = createAsker(env, state);
  hookCookies(env, asker);
  hookStorage(env, asker);
  hookLoads(env, asker);
  const { blocked } = asker;
  Object.defineProperty(window, 'candor', { value: Object.freeze({ blocked, declaration: state.enforcement.declaration }) });
  start(env, asker);
}

boot();
