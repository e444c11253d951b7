import { expect, test } from 'vitest';
import { formatAddress, listenOn, parseAddress } from '../src/address.ts';

const busy = (): Error => Object.assign(new Error('taken'), { code: 'EADDRINUSE' });

test('X74 an address is host and port, or a port of this machine', () => {
  expect(parseAddress('0.0.0.0:80')).toEqual({ host: '0.0.0.0', port: 80 });
  expect(parseAddress('localhost:0')).toEqual({ host: 'localhost', port: 0 });
  expect(parseAddress('[::1]:8080')).toEqual({ host: '::1', port: 8080 });
  expect(parseAddress('65535')).toEqual({ host: '127.0.0.1', port: 65535 });
  expect(formatAddress(parseAddress('[::1]:8080'))).toBe('[::1]:8080');
  expect(formatAddress(parseAddress('8080'))).toBe('127.0.0.1:8080');
  for (const wrong of [
    '',
    ':80',
    'host:',
    'host:65536',
    'host:-1',
    'host:0x50',
    'host:8e1',
    '::1',
    'http://host:80',
    'a b:80',
    'host: 80',
  ]) {
    expect(() => parseAddress(wrong), wrong).toThrow(expect.objectContaining({ code: 'CLI_USAGE' }));
  }
});

test('X70 a busy port is said, and with a listener for it the next free one is taken', async () => {
  const tried: number[] = [];
  const listen = async ({ port }: { readonly port: number }): Promise<number> => {
    tried.push(port);
    if (port < 4003) throw port === 4001 ? Object.assign(new Error('taken'), { code: 'GUARD_PORT_BUSY' }) : busy();
    return port;
  };
  const address = { host: '127.0.0.1', port: 4001 };
  await expect(listenOn(address, listen)).rejects.toMatchObject({
    code: 'CLI_PORT_BUSY',
    message: 'Port 4001 on 127.0.0.1 is taken by another program',
    exit: 2,
  });
  expect(tried).toEqual([4001]);
  const said: string[] = [];
  expect(await listenOn(address, listen, (message) => said.push(message))).toBe(4003);
  expect(said).toEqual(['Port 4001 is taken by another program, so port 4003 is used']);
});

test('X70 other failures are passed on, and the search ends at the last port', async () => {
  const refused = Object.assign(new Error('no'), { code: 'EACCES' });
  await expect(
    listenOn(
      { host: 'h', port: 1 },
      () => Promise.reject(refused),
      () => {},
    ),
  ).rejects.toBe(refused);
  const tried: number[] = [];
  const never = ({ port }: { readonly port: number }): Promise<never> => {
    tried.push(port);
    return Promise.reject(busy());
  };
  await expect(listenOn({ host: 'h', port: 65534 }, never, () => {})).rejects.toMatchObject({ code: 'CLI_PORT_BUSY' });
  expect(tried).toEqual([65534, 65535]);
});
