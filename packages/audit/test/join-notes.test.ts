import { expect, test } from 'vitest';
import type { StoredNote } from '../src/collect/devtools.ts';
import { joinStored, joinWrites } from '../src/collect/join-notes.ts';
import type { CookieWrite, Moment, StorageWrite } from '../src/collect/observation.ts';
import { home, moment, responseWrite } from './evidence.ts';

const caused = { kind: 'parser', url: home, place: { url: home, line: 1, column: 2 } } as const;

function noted(write: CookieWrite): CookieWrite {
  return write.setter.kind === 'http-response' ? { ...write, setter: { ...write.setter, initiator: caused } } : write;
}

test('A11 what driver and protocol both saw is told once, with its cause', () => {
  const write = responseWrite(moment('S0', 'unasked'), 'a=; Path=/');
  expect(joinWrites([write], [noted(write)])).toEqual([noted(write)]);
});

test('A11 the same line again on a response that the page may not read is another write', () => {
  const readable = responseWrite(moment('S3', 'accepted'), 'a=; Path=/');
  const opaque = responseWrite(moment('S3', 'withdrawn'), 'a=; Path=/');
  const elsewhere = responseWrite(moment('S3', 'withdrawn'), 'a=; Path=/', { url: `${home}pixel` });
  const joined = joinWrites([readable], [noted(readable), noted(opaque), noted(elsewhere)]);
  expect(joined.map(({ moment: { phase }, setter }) => `${phase} ${setter.url}`)).toEqual([
    `accepted ${home}`,
    `withdrawn ${home}`,
    `withdrawn ${home}pixel`,
  ]);
});

function stored(at: Moment): StorageWrite {
  const setter = { kind: 'script', url: `${home}a.js`, line: 3, column: 5, stack: [] } as const;
  return { moment: at, store: 'local', origin: 'http://shop.localhost:8000', name: 'kept', setter };
}

test('A12 an assigned name is told with its page, and a call that was seen is not told twice', () => {
  const called = stored(moment('S0', 'unasked'));
  const note: StoredNote = { moment: called.moment, store: 'local', origin: called.origin, name: called.name };
  const assigned: StoredNote = { ...note, moment: moment('S0', 'rejected') };
  const foreign: StoredNote = { ...note, origin: 'http://offers.localhost:8000', moment: moment('S0', 'rejected') };
  expect(joinStored([called], [note, assigned, foreign])).toEqual([
    called,
    { ...assigned, setter: { kind: 'script', url: home, line: null, column: null, stack: [] } },
    { ...foreign, setter: { kind: 'script', url: 'http://offers.localhost:8000/', line: null, column: null, stack: [] } },
  ]);
});

test('A12 a call of long ago does not hide an assignment', () => {
  const called = stored(moment('S0', 'unasked'));
  moment('S0', 'unasked');
  const assigned: StoredNote = { moment: moment('S2', 'rejected'), store: 'local', origin: called.origin, name: called.name };
  expect(joinStored([called], [assigned]).map(({ moment: { phase } }) => phase)).toEqual(['unasked', 'rejected']);
});
