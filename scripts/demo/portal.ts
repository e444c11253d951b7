// Starts the example portal, or its twin, with its embed host; each on a port of its own.
import { readFile } from 'node:fs/promises';
import type { Steps } from '@candor/audit';
import { parseSteps } from '@candor/audit';
import type { Declaration, Identified } from '@candor/core';
import { identifyDeclaration } from '@candor/core';
import { createEmbedServer, createPortal, declaration } from '../../examples/data-portal/src/index.ts';
import type { LieName } from '../../examples/lying-portal/src/index.ts';
import { createLyingPortal } from '../../examples/lying-portal/src/index.ts';
import { listenOn } from '../../packages/cli/src/address.ts';
import type { System, SystemOptions } from '../../packages/cli/src/system.ts';
import { startSystem } from '../../packages/cli/src/system.ts';

/** A running portal. */
export type RunningPortal = { readonly port: number; readonly upstream: string; readonly close: () => Promise<void> };

const say = (message: string): void => console.log(message);

/** Starts the portal with no lies, or the twin with those named. `bare`: with a banner of its own and no guard in front. */
export async function startPortal(options: {
  readonly port: number;
  readonly lies: readonly LieName[];
  readonly bare: boolean;
}): Promise<RunningPortal> {
  const embed = createEmbedServer();
  const embedAddress = await embed.listen({ host: '127.0.0.1', port: 0 });
  const embedOrigin = `http://embed.localhost:${embedAddress.port}`;
  const portal =
    options.lies.length === 0
      ? createPortal({ embedOrigin, bare: options.bare })
      : createLyingPortal({ embedOrigin, bare: options.bare, lies: options.lies });
  const address = await listenOn({ host: '127.0.0.1', port: options.port }, (at) => portal.listen(at), say);
  const close = async (): Promise<void> => {
    await Promise.all([portal.close(), embed.close()]);
  };
  return { port: address.port, upstream: `http://127.0.0.1:${address.port}`, close };
}

/** The portal's declaration with its id. */
export function portalDeclaration(): Identified {
  const plain: Declaration = declaration;
  return { declaration: plain, id: identifyDeclaration(plain) };
}

/** The steps that the portal ships for its audit. */
export async function portalSteps(): Promise<Steps> {
  const text = await readFile(new URL('../../examples/data-portal/steps.json', import.meta.url), 'utf8');
  const parsed = parseSteps(JSON.parse(text));
  return parsed.ok ? parsed.value : {};
}

/** Puts the guard and the platform before a portal, at `port` or the next free one. */
export async function guardPortal(
  portal: RunningPortal,
  options: Pick<SystemOptions, 'dataDirectory' | 'onAudit'> & { readonly port: number },
): Promise<System> {
  const { port, ...rest } = options;
  return startSystem({
    ...rest,
    declaration: portalDeclaration(),
    upstream: portal.upstream,
    mode: 'enforce',
    steps: await portalSteps(),
    listen: async (guard) => {
      const listening = await listenOn({ host: '127.0.0.1', port }, (at) => guard.listen(at), say);
      return { publicOrigin: `http://portal.localhost:${listening.port}` };
    },
  });
}
