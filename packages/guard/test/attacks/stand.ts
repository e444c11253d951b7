// A guard before any upstream, for tests that bring their own.
import type { Guard, GuardOptions } from '../../src/index.ts';
import { createGuard } from '../../src/index.ts';
import { client, NOW, site } from '../site.ts';

/** A running guard and its port. */
export type Running = { readonly guard: Guard; readonly port: number };

/** Starts it in enforce mode with the declared site of the guard's tests. */
export async function startGuard(upstream: string, overrides: Partial<GuardOptions> = {}): Promise<Running> {
  const options: GuardOptions = {
    declaration: site,
    upstream,
    mode: 'enforce',
    client,
    random: (bytes) => new Uint8Array(bytes),
    now: () => NOW,
    ...overrides,
  };
  const guard = createGuard(options);
  const { port } = await guard.listen({ host: '127.0.0.1', port: 0 });
  return { guard, port };
}

/** Runs a step between something that starts and something that has to end. */
export async function during<T extends { close(): Promise<void> }, R>(started: Promise<T>, step: (running: T) => Promise<R>): Promise<R> {
  const running = await started;
  try {
    return await step(running);
  } finally {
    await running.close();
  }
}

/** A guard before an upstream, for one step. */
export function withGuardBefore<R>(
  upstream: string,
  step: (port: number) => Promise<R>,
  overrides: Partial<GuardOptions> = {},
): Promise<R> {
  const started = startGuard(upstream, overrides).then(({ guard, port }) => ({ port, close: () => guard.close() }));
  return during(started, ({ port }) => step(port));
}
