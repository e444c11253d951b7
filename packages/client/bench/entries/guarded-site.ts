// A site behind everything that the command wires: ledger, platform and guard, in a folder of its own.
import { join } from 'node:path';
import type { Identified } from '@candor/core';
import { createTemporaryFolder, startOrigin } from '@candor/testkit';
import { startSystem } from 'candor/system';
import type { Site } from '../entry.ts';
import { answerSite } from '../sites.ts';
import { siteHost } from '../words.ts';

/** What is served, under which declaration, at which port. */
export type GuardedSite = { readonly declaration: Identified; readonly page: string; readonly port: number };

/** Opens it; closes what was opened when a later part fails. */
export async function openGuarded({ declaration, page, port }: GuardedSite): Promise<Site> {
  const folder = await createTemporaryFolder();
  const upstream = await startOrigin((request, response) => answerSite(request, response, page, {}));
  const closeBoth = async (): Promise<void> => {
    await upstream.close();
    await folder.remove();
  };
  const origin = `http://${siteHost}:${port}`;
  try {
    const system = await startSystem({
      declaration,
      upstream: upstream.url,
      dataDirectory: join(folder.path, 'data'),
      mode: 'enforce',
      listen: async (guard) => {
        await guard.listen({ host: '127.0.0.1', port });
        return { publicOrigin: origin };
      },
    });
    return {
      origin,
      close: async () => {
        await system.close();
        await closeBoth();
      },
    };
  } catch (cause) {
    await closeBoth();
    throw cause;
  }
}
