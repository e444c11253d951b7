import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256, sha256Hex } from '@candor/core';
import { expect, test } from 'vitest';
import { openCountStore } from '../src/drivers/sqlite.ts';
import { createMeasure } from '../src/measure.ts';
import { createVisitorKey } from '../src/visitor-key.ts';
import { createBytes, declarationOf, identified, noon, temporaryFile, view } from './sample.ts';

// Every byte of every file of the store, as they are while it is open.
function bytesOnDisk(file: string): Buffer {
  const folder = dirname(file);
  return Buffer.concat(readdirSync(folder).map((name) => new Uint8Array(readFileSync(join(folder, name)))));
}

test('M6 no address, agent, query, key or hash is on the disk, at any moment of a run', async () => {
  const file = temporaryFile();
  const clock = { now: noon };
  const keys: Uint8Array[] = [];
  const { random } = createBytes();
  const keep = (bytes: number): Uint8Array => {
    const key = random(bytes);
    keys.push(new Uint8Array(key));
    return key;
  };
  const measure = createMeasure({
    declaration: identified(declarationOf({ k: 2 })),
    store: await openCountStore({ file }),
    now: () => clock.now,
    random: keep,
    flushEvery: 0,
  });
  const people = Array.from({ length: 40 }, (_, at) => ({
    remoteAddress: `198.51.100.${at + 100}`,
    userAgent: `Mozilla/5.0 (Probe-${at}-agent) Firefox/${at}`,
  }));
  const disks: Buffer[] = [];
  for (const day of [0, 1]) {
    clock.now = noon + day * 86_400;
    for (const [at, person] of people.entries()) {
      measure.count(view(0, `/page/${at % 5}?who=secret-${at}`, { ...person, referrer: `https://from.example/?session=private-${at}` }));
      if (at % 13 === 0) await measure.flush();
    }
    await measure.flush();
    disks.push(bytesOnDisk(file));
  }
  await measure.close();
  disks.push(bytesOnDisk(file));

  expect(keys).toHaveLength(2);
  const needles: (string | Uint8Array)[] = [...keys, 'secret-', 'private-', 'Probe-', 'agent', '198.51.100'];
  for (const { remoteAddress, userAgent } of people) {
    const both = `${remoteAddress}${userAgent}`;
    needles.push(remoteAddress, userAgent, sha256Hex(remoteAddress), sha256(remoteAddress), sha256Hex(both), sha256(both));
    for (const key of keys) {
      const visitor = createVisitorKey(new Uint8Array(key)).visitorOf('example.org', remoteAddress, userAgent);
      needles.push(
        visitor,
        new Uint8Array(Buffer.from(visitor, 'base64')),
        new Uint8Array(createHmac('sha256', key).update(remoteAddress).digest()),
      );
    }
  }
  for (const disk of disks) {
    expect(disk.includes('/page/1')).toBe(true);
    for (const needle of needles) expect(disk.includes(typeof needle === 'string' ? needle : Buffer.from(needle))).toBe(false);
  }
});

test('M8 a page that fewer than k visitors saw leaves no trace on the disk', async () => {
  const file = temporaryFile();
  const measure = createMeasure({
    declaration: identified(),
    store: await openCountStore({ file }),
    now: () => noon,
    random: createBytes().random,
    flushEvery: 0,
  });
  for (const person of [1, 2]) measure.count(view(person, '/reset/8f3a-private'));
  await measure.flush();
  expect(bytesOnDisk(file).includes('8f3a-private')).toBe(false);
  await measure.close();
  expect(bytesOnDisk(file).includes('8f3a-private')).toBe(false);
});
