// `HOST:PORT` from a command line, and listening on it with a clear answer when it is taken.
import { CliError } from './errors.ts';

/** A place to listen on. */
export type Address = { readonly host: string; readonly port: number };

/** Reads `HOST:PORT` or `PORT`; throws CLI_USAGE. */
export function parseAddress(text: string): Address {
  const colon = text.lastIndexOf(':');
  const host = colon < 0 ? '127.0.0.1' : text.slice(0, colon).replace(/^\[|\]$/g, '');
  const port = Number(text.slice(colon + 1));
  if (host !== '' && Number.isInteger(port) && port >= 0 && port < 65536) return { host, port };
  throw new CliError('CLI_USAGE', `"${text}" is not HOST:PORT`, 'For example 127.0.0.1:8080');
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || String(error.code).endsWith('_PORT_BUSY'));

/** Listens, or says who is in the way. With `orNext`, tries the next ports and tells which one it took instead. */
export async function listenOn<T>(
  address: Address,
  listen: (address: Address) => Promise<T>,
  orNext?: (message: string) => void,
): Promise<T> {
  for (let step = 0; step <= (orNext === undefined ? 0 : 20); step += 1) {
    const candidate = { host: address.host, port: address.port === 0 ? 0 : address.port + step };
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
    'Stop it, or choose another port with --listen',
  );
}
