// The second part where a server renders the page, or rendered it for everybody.
import type { Page } from '../page.ts';
import { refresh } from './answer.ts';
import { setCookies as setWaiting } from './cookies.ts';
import { handOver } from './foreign.ts';
import { hookLate } from './late-hooks.ts';
import { untilKnown } from './shared.ts';
import { start as startMore } from './start.ts';

/**
 * Hands over what another tool left, before the sweep, to which it is one undeclared key among others; then starts. Nothing is swept
 * before it is known whose page this is.
 */
export async function start(page: Page): Promise<void> {
  hookLate(page);
  await untilKnown(page);
  await handOver(page, () => refresh(page)).catch(() => undefined);
  startMore(page);
}

/** Sets what waits and may be set, once it is known what holds for this visitor. */
export function setCookies(page: Page): void {
  const until = untilKnown(page);
  if (until === null) setWaiting(page);
  else void until.then(() => setWaiting(page));
}
