// `candor guard`: the reverse proxy in front of a back end, with the front office on the same origin.
import { randomBytes } from 'node:crypto';
import { clientAsset } from '@candor/client';
import { createGuard, renderObserveReport } from '@candor/guard';
import { listenOn, parseAddress } from '../address.ts';
import { CliError } from '../errors.ts';
import { requireDeclaration } from '../load-declaration.ts';
import { startSystem } from '../system.ts';
import { untilStopped } from '../until-stopped.ts';
import type { Verb, VerbValues } from '../verb.ts';
import { textOf } from '../verb.ts';

function upstreamOf(values: VerbValues): string {
  const text = textOf(values, 'upstream') ?? '';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:') return url.origin;
  throw new CliError('CLI_USAGE', `"${text}" is not an address to guard`, 'Give --upstream http://HOST:PORT');
}

function modeOf(values: VerbValues): 'observe' | 'enforce' {
  const mode = textOf(values, 'mode') ?? 'enforce';
  if (mode === 'observe' || mode === 'enforce') return mode;
  throw new CliError('CLI_USAGE', `There is no mode "${mode}"`, 'Modes: observe, enforce');
}

/** The verb `guard`. */
export const guardVerb: Verb = {
  usage:
    'candor guard --upstream http://HOST:PORT [--listen HOST:PORT] [--declaration F] [--mode observe|enforce] [--data DIR] [--no-platform]',
  details: [
    '--upstream     the site’s own server',
    '--listen       where visitors come in; without it 127.0.0.1:8080',
    '--mode         observe prints what would be dropped and the snippet that would declare it; enforce drops it',
    '--data         folder of ledger, counts and accounts; without it ./data',
    '--no-platform  only the filter: no policy, preferences or receipts of its own',
  ].join('\n'),
  options: {
    upstream: { type: 'string' },
    listen: { type: 'string' },
    declaration: { type: 'string' },
    mode: { type: 'string' },
    data: { type: 'string' },
    'no-platform': { type: 'boolean' },
  },
  takes: [0, 0],
  run: async ({ values, terminal }) => {
    const declaration = await requireDeclaration(textOf(values, 'declaration'));
    const upstream = upstreamOf(values);
    const mode = modeOf(values);
    const address = parseAddress(textOf(values, 'listen') ?? '127.0.0.1:8080');
    const dataDirectory = textOf(values, 'data') ?? 'data';
    const host = declaration.declaration.site.hosts[0];
    const say = (port: number): void =>
      terminal.out(
        `${mode === 'observe' ? 'Observing' : 'Guarding'} ${upstream} at http://${host}:${port} (declaration ${declaration.id.slice(0, 12)})`,
      );
    if (values['no-platform'] === true) {
      const guard = createGuard({
        declaration,
        upstream,
        mode,
        clientAsset,
        random: (bytes) => new Uint8Array(randomBytes(bytes)),
        now: () => Math.floor(Date.now() / 1000),
      });
      say((await listenOn(address, (at) => guard.listen(at))).port);
      await untilStopped();
      if (mode === 'observe') terminal.out(renderObserveReport(guard.report()));
      await guard.close();
      return 0;
    }
    const system = await startSystem({
      declaration,
      upstream,
      dataDirectory,
      mode,
      listen: async (guard) => {
        const { port } = await listenOn(address, (at) => guard.listen(at));
        say(port);
        return { publicOrigin: `http://${host}:${port}` };
      },
    });
    const owner = await system.platform.firstOwnerLink();
    if (owner !== null) terminal.out(`First owner, once: ${owner}`);
    await untilStopped();
    if (mode === 'observe') terminal.out(renderObserveReport(system.guard.report()));
    await system.close();
    return 0;
  },
};
