import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { expect, test } from 'vitest';
import type { HeaderList } from '../src/header-list.ts';
import type { Coding, ContentCoding } from '../src/html/coding.ts';
import { headersFor, planCoding, upstreamEncodings } from '../src/html/coding.ts';
import type { HtmlRules } from '../src/html/rewrite.ts';
import { createHtmlStream } from '../src/html/stream.ts';
import { createFrameCheck } from '../src/html/zstd-frames.ts';
import { hasZstd } from '../src/html/zstd-support.ts';

const asks = (accepted: string | null): HeaderList => (accepted === null ? [] : [['Accept-Encoding', accepted]]);
const came = (coding: string | null): HeaderList => (coding === null ? [] : [['Content-Encoding', coding]]);

const plans: readonly (readonly [accepted: string | null, came: string | null, plan: string | null])[] = [
  [null, null, 'identity identity'],
  ['gzip, br', null, 'identity identity'],
  ['gzip, br', 'identity', 'identity identity'],
  ['gzip, deflate, br, zstd', 'gzip', 'gzip gzip'],
  ['gzip, deflate, br, zstd', 'x-gzip', 'gzip gzip'],
  ['gzip, deflate, br, zstd', 'BR', 'br br'],
  ['gzip, deflate', 'deflate', 'deflate deflate'],
  ['gzip', 'br', 'br gzip'],
  ['br', 'gzip', 'gzip br'],
  ['br;q=0, *', 'br', 'br gzip'],
  ['*;q=0', 'br', 'br identity'],
  ['gzip;q=0', 'gzip', 'gzip identity'],
  ['gzip;q=x', 'gzip', 'gzip identity'],
  [null, 'gzip', 'gzip identity'],
  ['gzip, br', 'gzip, br', null],
  ['gzip', 'dcb', null],
  ['gzip, zstd', 'zstd', hasZstd ? 'zstd zstd' : 'zstd gzip'],
];

for (const [accepted, coding, plan] of plans) {
  test(`G89 a page in ${coding} for ${accepted}: ${plan}`, () => {
    const planned = planCoding(asks(accepted), came(coding));
    expect(planned === null ? null : `${planned.from} ${planned.to}`).toBe(plan);
  });
}

test('G89 the site is asked for what the visitor accepts and can be read and written here', () => {
  expect(upstreamEncodings(asks('gzip, deflate, br'))).toBe('gzip, br');
  expect(upstreamEncodings(asks('br;q=1.0, gzip;q=0'))).toBe('br');
  expect(upstreamEncodings(asks('deflate'))).toBe('identity');
  expect(upstreamEncodings(asks(null))).toBe('identity');
  expect(upstreamEncodings(asks('zstd, gzip'))).toBe(hasZstd ? 'gzip, zstd' : 'gzip');
  expect(headersFor({ from: 'br', to: 'gzip' })).toEqual([['Content-Encoding', 'gzip']]);
  expect(headersFor({ from: 'br', to: 'identity' })).toEqual([]);
});

const rules: HtmlRules = {
  parts: null,
  base: 'https://portal.example/',
  ask: (address) => (new URL(address).hostname === 'maps.example' ? { purposes: ['map'] } : 'pass'),
  inert: true,
};
const page = `<!doctype html><title>t</title>${'<p>Some text, and some more.</p>'.repeat(3000)}<img src=https://maps.example/a>`;
const expected = page.replace('<img src', '<img data-candor-purpose=map data-src');

type Coder = { readonly encode: (body: string) => Uint8Array; readonly decode: (bytes: Uint8Array) => string };
const coders: { readonly [C in Exclude<ContentCoding, 'zstd'>]: Coder } = {
  identity: { encode: (body) => Buffer.from(body), decode: (bytes) => Buffer.from(bytes).toString() },
  gzip: { encode: (body) => zlib.gzipSync(body), decode: (bytes) => zlib.gunzipSync(bytes).toString() },
  deflate: { encode: (body) => zlib.deflateSync(body), decode: (bytes) => zlib.inflateSync(bytes).toString() },
  br: { encode: (body) => zlib.brotliCompressSync(body), decode: (bytes) => zlib.brotliDecompressSync(bytes).toString() },
};

async function send(body: Uint8Array, coding: Coding, pieceLength = 1000): Promise<Uint8Array> {
  const stream = createHtmlStream(rules, coding);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < body.length; at += pieceLength) pieces.push(body.subarray(at, at + pieceLength));
  const out: Uint8Array[] = [];
  await pipeline(Readable.from(pieces), stream, async (given: AsyncIterable<Uint8Array>) => {
    for await (const piece of given) out.push(piece);
  });
  return Buffer.concat(out);
}

const codings = ['identity', 'gzip', 'deflate', 'br'] as const;
for (const from of codings) {
  for (const to of codings) {
    test(`G90 a page in ${from} is gone over and goes out in ${to}`, async () => {
      expect(coders[to].decode(await send(coders[from].encode(page), { from, to }))).toBe(expected);
    });
  }
}

test('G90 both formats that go by the name of deflate are read', async () => {
  expect(Buffer.from(await send(zlib.deflateRawSync(page), { from: 'deflate', to: 'identity' }, 1)).toString()).toBe(expected);
});

// A frame of raw blocks, which need no tables.
function zstdFrame(body: string, windowByte = 0x58): Uint8Array {
  const blocks: number[] = [];
  const bytes = Buffer.from(body);
  for (let at = 0; at < bytes.length || at === 0; at += 60_000) {
    const block = bytes.subarray(at, at + 60_000);
    const header = (block.length << 3) | (at + 60_000 >= bytes.length ? 1 : 0);
    blocks.push(header & 0xff, (header >> 8) & 0xff, header >> 16, ...block);
  }
  return Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, windowByte, ...blocks]);
}

test('G90 a page in Zstandard is read, frame after frame', async () => {
  const half = page.length >> 1;
  const frames = Buffer.concat([
    zstdFrame(page.slice(0, half)),
    Buffer.from([0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 9, 9]),
    zstdFrame(page.slice(half)),
  ]);
  expect(coders.gzip.decode(await send(frames, { from: 'zstd', to: 'gzip' }))).toBe(expected);
});

test('G90 a frame of Zstandard that wants more memory than a response may is not read', async () => {
  await expect(send(zstdFrame('x', 0xa0), { from: 'zstd', to: 'identity' })).rejects.toThrow();
  const check = createFrameCheck(1 << 23);
  for (const byte of zstdFrame('<p>')) check(Uint8Array.of(byte));
  expect(() => createFrameCheck(1 << 20)(zstdFrame('x'))).toThrow(RangeError);
  expect(() => createFrameCheck(1 << 20)(Buffer.from('<!doctype'))).toThrow(TypeError);
});

for (const coding of ['gzip', 'deflate', 'br'] as const) {
  test(`G91 a body in ${coding} that is cut or broken breaks off`, async () => {
    const body = coders[coding].encode(page);
    await expect(send(body.subarray(0, body.length - 9), { from: coding, to: coding })).rejects.toThrow();
    await expect(
      send(Buffer.concat([body.subarray(0, 20), Buffer.from('nonsense'), body.subarray(40)]), { from: coding, to: coding }),
    ).rejects.toThrow();
    await expect(send(Buffer.from('<!doctype html><p>not encoded at all'), { from: coding, to: 'identity' })).rejects.toThrow();
  });
}

test('G91 a body that grows without measure breaks off, and never stands in memory', async () => {
  const quick = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } };
  const bomb = zlib.brotliCompressSync(Buffer.alloc(1 << 28, 0x20), quick);
  const before = process.memoryUsage().arrayBuffers;
  await expect(send(bomb, { from: 'br', to: 'identity' })).rejects.toThrow(RangeError);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1 << 28);
});

for (const coding of ['gzip', 'br'] as const) {
  test(`G91 what the site has flushed in ${coding} leaves before the rest comes`, async () => {
    const stream = createHtmlStream(rules, { from: coding, to: coding });
    const origin = coding === 'gzip' ? zlib.createGzip() : zlib.createBrotliCompress();
    origin.pipe(stream);
    const reader = coding === 'gzip' ? zlib.createGunzip() : zlib.createBrotliDecompress();
    stream.pipe(reader);
    let seen = '';
    reader.on('data', (piece: Buffer) => {
      seen += piece.toString();
    });
    for (const part of ['<p>first</p>', '<img src=https://maps.example/a>']) {
      origin.write(part);
      origin.flush();
      await expect.poll(() => seen).toContain(part.slice(-8));
    }
    origin.end();
    await expect.poll(() => reader.readableEnded).toBe(true);
    expect(seen).toBe('<p>first</p><img data-candor-purpose=map data-src=https://maps.example/a>');
  });
}

test('G91 a stream that nobody reads any more takes its decoder and encoder with it', async () => {
  const stream = createHtmlStream(rules, { from: 'gzip', to: 'br' });
  stream.write(coders.gzip.encode(page).subarray(0, 200));
  stream.destroy();
  await expect.poll(() => stream.closed).toBe(true);
});
