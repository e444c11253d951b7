import { createSeededBytes } from '@candor/testkit';
import { expect, test } from 'vitest';
import { requireCsrf } from '../src/accounts/csrf-check.ts';
import { createCsrfSecret, maskCsrfSecret } from '../src/accounts/csrf-token.ts';

const random = createSeededBytes(5);
const secret = createCsrfSecret(random);
const other = createCsrfSecret(random);
const masked = () => maskCsrfSecret(secret, random);
const own = 'http://portal.example';
const secure = 'https://portal.example';

type Row = { name: string; headers: Record<string, string>; field: string | null; own?: string; refused: string | null };
const table: readonly Row[] = [
  {
    name: 'secret in the cookie, masked token in the form',
    headers: { origin: own, cookie: `csrftoken=${secret}` },
    field: masked(),
    refused: null,
  },
  { name: 'masked cookie, masked token', headers: { origin: own, cookie: `csrftoken=${masked()}` }, field: masked(), refused: null },
  {
    name: 'plain token in the header, as scripts send it',
    headers: { origin: own, cookie: `csrftoken=${secret}`, 'x-csrftoken': secret },
    field: null,
    refused: null,
  },
  {
    name: 'an empty field lets the header speak',
    headers: { origin: own, cookie: `csrftoken=${secret}`, 'x-csrftoken': masked() },
    field: '',
    refused: null,
  },
  {
    name: 'the field comes before the header',
    headers: { origin: own, cookie: `csrftoken=${secret}`, 'x-csrftoken': masked() },
    field: other,
    refused: 'does not match',
  },
  { name: 'no cookie', headers: { origin: own }, field: masked(), refused: 'cookie is missing' },
  { name: 'a cookie of another form', headers: { origin: own, cookie: 'csrftoken=short' }, field: masked(), refused: 'cookie is missing' },
  { name: 'no token', headers: { origin: own, cookie: `csrftoken=${secret}` }, field: null, refused: 'token is missing' },
  {
    name: 'another token',
    headers: { origin: own, cookie: `csrftoken=${secret}` },
    field: maskCsrfSecret(other, random),
    refused: 'does not match',
  },
  {
    name: 'a token of another form',
    headers: { origin: own, cookie: `csrftoken=${secret}` },
    field: `${secret}x`,
    refused: 'does not match',
  },
  { name: 'another origin', headers: { origin: 'http://evil.example', cookie: `csrftoken=${secret}` }, field: masked(), refused: 'origin' },
  {
    name: 'the same host over another scheme',
    headers: { origin: 'https://portal.example', cookie: `csrftoken=${secret}` },
    field: masked(),
    refused: 'origin',
  },
  { name: 'the null origin', headers: { origin: 'null', cookie: `csrftoken=${secret}` }, field: masked(), refused: 'origin' },
  { name: 'no origin over HTTP', headers: { cookie: `csrftoken=${secret}` }, field: masked(), refused: null },
  {
    name: 'no origin and no referrer over HTTPS',
    headers: { cookie: `csrftoken=${secret}` },
    field: masked(),
    own: secure,
    refused: 'no page',
  },
  {
    name: 'no origin and our referrer over HTTPS',
    headers: { cookie: `csrftoken=${secret}`, referer: `${secure}/x` },
    field: masked(),
    own: secure,
    refused: null,
  },
  {
    name: 'no origin and a foreign referrer over HTTPS',
    headers: { cookie: `csrftoken=${secret}`, referer: 'https://evil.example/' },
    field: masked(),
    own: secure,
    refused: 'not of this site',
  },
  {
    name: 'no origin and an insecure referrer over HTTPS',
    headers: { cookie: `csrftoken=${secret}`, referer: `${own}/` },
    field: masked(),
    own: secure,
    refused: 'not of this site',
  },
  {
    name: 'a referrer that is no address over HTTPS',
    headers: { cookie: `csrftoken=${secret}`, referer: 'portal' },
    field: masked(),
    own: secure,
    refused: 'no page',
  },
  {
    name: 'the site’s own cookie of the same name first',
    headers: { origin: own, cookie: `csrftoken=${other}; csrftoken=${secret}` },
    field: masked(),
    refused: null,
  },
];

test.each(table)('P64 $name: $refused', ({ headers, field, own: site = own, refused }) => {
  const check = () => requireCsrf(new Headers(headers), field, [site]);
  if (refused === null) expect(check).not.toThrow();
  else expect(check).toThrow(expect.objectContaining({ code: 'PLATFORM_CSRF', message: expect.stringContaining(refused) }));
});
