// `HOST:PORT` from a command line, and listening on it with a clear answer when it is taken.
import { CliError } from './errors.ts';

/** A place to listen on. */
export type Address = { readonly host: string; readonly port: number };

/** Reads `HOST:PORT`, `[IPV6]:PORT` or `PORT` (then on this machine only); throws CLI_USAGE. */
export function parseAddress(text: string): Address {
  const parts = /^(?:\[([\da-f:.]+)\]:|([^\s:/@[\]]+):)?(\d{1,5})$/i.exec(text);
  const port = Number(parts?.[3]);
  if (parts !== null && port < 65536) return { host: parts[1] ?? parts[2] ?? '127.0.0.1', port };
  throw new CliError('CLI_USAGE', `"${text}" is not HOST:PORT`, 'For example 127.0.0.1:8080, or 8080 alone');
}

/** An address as part of a URL. */
export function formatAddress({ host, port }: Address): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || String(error.code).endsWith('_PORT_BUSY'));

const portsToTry = 20;

/** Listens, or says that the port is taken (CLI_PORT_BUSY). With `orNext`, tries the next ports and tells which one it took instead. */
export async function listenOn<T>(
  address: Address,
  listen: (address: Address) => Promise<T>,
  orNext?: (message: string) => void,
): Promise<T> {
  for (let step = 0; step <= (orNext === undefined ? 0 : portsToTry); step += 1) {
    const candidate = { host: address.host, port: address.port === 0 ? 0 : address.port + step };
    if (candidate.port > 65535) break;
    try {
      const listening = await listen(candidate);
      if (step > 0) orNext?.(`Port ${address.port} is taken by another program, so port ${candidate.port} is used`);
      return listening;
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
  }
  throw new CliError(
    'CLI_PORT_BUSY',
    `Port ${address.port} on ${address.host} is taken by another program`,
    'Stop that program, or choose another port with --listen',
  );
}
