// The start of the second part where a server renders the page.
import type { Page } from '../page.ts';
import { refresh } from './answer.ts';
import { handOver } from './foreign.ts';
import { start as startMore } from './start.ts';

/** Hands over what another tool left, before the sweep, to which it is one undeclared key among others; then starts. */
export async function start(page: Page): Promise<void> {
  await handOver(page, () => refresh(page)).catch(() => undefined);
  startMore(page);
}
