// Whether the guard stands where it has to, as far as one can tell from here: nobody should reach the site past it.
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';

/** What may be wrong, and what to do about it. */
export const PLACES = {
  PLACE_NO_ANSWER: 'The site does not answer yet: visitors read so until it does',
  PLACE_SITE_OPEN: 'The site’s own port answers on a network address of this machine: let it listen on 127.0.0.1, or nobody is guarded',
  PLACE_GUARD_BEHIND: 'What answers behind this guard is a guard: one is enough, and the outer one must be the only door',
  PLACE_REDIRECTS_AWAY: 'The site redirects to another address: visitors are led past the guard. Tell it the address that they type',
  PLACE_REDIRECTS_TO_HTTPS:
    'The site redirects to https, and visitors come by http: put TLS in front and start with --origin https://… and --trust-forwarded',
} as const;

/** A stable code of a warning. */
export type PlaceCode = keyof typeof PLACES;

/** Where guard and site stand. `publicOrigin` is how visitors come in; `isOpen`: others than this machine may come in. */
export type Placement = { readonly upstream: string; readonly publicOrigin: string; readonly prefix: string; readonly isOpen: boolean };

const PATIENCE = 2000;
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
const MOST_READ = 4096;

type Heard = { readonly status: number; readonly location: string; readonly text: string };

/** Whether an address is this machine's alone. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host) || host === '::1';
}

function ask({ upstream, publicOrigin }: Placement, path: string): Promise<Heard | null> {
  const { host, protocol } = new URL(publicOrigin);
  const headers = { host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1), accept: 'text/html', connection: 'close' };
  return new Promise((resolve) => {
    const asked = request(new URL(path, upstream), { headers, timeout: PATIENCE }, (response) => {
      let text = '';
      const done = (): void => {
        response.destroy();
        resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '', text });
      };
      response.setEncoding('latin1').on('data', (piece: string) => {
        text += piece;
        if (text.length > MOST_READ) done();
      });
      response.on('end', done).on('error', done);
    });
    asked.on('timeout', () => asked.destroy()).on('error', () => resolve(null));
    asked.end();
  });
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: PATIENCE });
    const end = (result: boolean) => (): void => {
      socket.destroy();
      resolve(result);
    };
    socket.on('connect', end(true)).on('timeout', end(false)).on('error', end(false));
  });
}

/** This machine's own addresses that others may reach; those of one link need a name of that link, and are left out. */
function networkAddresses(): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.filter(({ internal, address }) => !internal && !/^fe80:/i.test(address)).map(({ address }) => address);
}

async function isSiteOpen({ upstream, isOpen }: Placement, addresses: readonly string[]): Promise<boolean> {
  const { hostname, port } = new URL(upstream);
  const isHere = isLoopback(hostname) || addresses.includes(hostname.replace(/^\[|\]$/g, ''));
  if (!isOpen || !isHere) return false;
  const open = await Promise.all(addresses.map((address) => answers(address, Number(port || '80'))));
  return open.includes(true);
}

function redirectOf({ status, location }: Heard, { publicOrigin }: Placement): PlaceCode | null {
  if (status < 300 || status > 399 || !URL.canParse(location, publicOrigin)) return null;
  const target = new URL(location, publicOrigin);
  const own = new URL(publicOrigin);
  if (target.origin === own.origin) return null;
  return target.hostname === own.hostname && target.protocol === 'https:' && own.protocol === 'http:'
    ? 'PLACE_REDIRECTS_TO_HTTPS'
    : 'PLACE_REDIRECTS_AWAY';
}

function isGuard({ status, text }: Heard): boolean {
  return status === 200 && /^\{"status":"(?:ok|degraded)",/.test(text) && text.includes('"faults":[');
}

/** Asks the site twice, as a visitor would, and its port once on each address of this machine. Never throws. */
export async function checkPlacement(
  placement: Placement,
  addresses: readonly string[] = networkAddresses(),
): Promise<readonly PlaceCode[]> {
  const [page, health, isOpen] = await Promise.all([
    ask(placement, '/'),
    ask(placement, `${placement.prefix}/healthz`),
    isSiteOpen(placement, addresses),
  ]);
  const redirect = page === null ? null : redirectOf(page, placement);
  return [
    ...(page === null ? (['PLACE_NO_ANSWER'] as const) : []),
    ...(isOpen ? (['PLACE_SITE_OPEN'] as const) : []),
    ...(health !== null && isGuard(health) ? (['PLACE_GUARD_BEHIND'] as const) : []),
    ...(redirect === null ? [] : [redirect]),
  ];
}
