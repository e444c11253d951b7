// What is asked for, and as what: by a script of a page, or as a page.

/** One kind of request. */
export type Case = {
  readonly id: 'small' | 'page' | 'document' | 'encoded';
  readonly path: '/small' | '/page' | '/page-gz';
  readonly headers: readonly string[];
};

const common = [
  'Host: portal.localhost',
  'User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  'Accept-Language: en-GB,en;q=0.9',
  'Accept-Encoding: gzip, deflate, br',
  'Referer: http://portal.localhost/',
  'Sec-Fetch-Site: same-origin',
];

const byScript = [...common, 'Accept: */*', 'Sec-Fetch-Mode: cors', 'Sec-Fetch-Dest: empty'];

const asPage = [
  ...common,
  'Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
  'Upgrade-Insecure-Requests: 1',
  'Sec-Fetch-Mode: navigate',
  'Sec-Fetch-User: ?1',
  'Sec-Fetch-Dest: document',
];

/** 200 bytes of JSON. */
export const smallCase: Case = { id: 'small', path: '/small', headers: byScript };

/** 64 KiB of HTML that a script reads: passed through by everybody. */
export const pageCase: Case = { id: 'page', path: '/page', headers: byScript };

/** The same as a page: the guard writes the notice into it. */
export const documentCase: Case = { id: 'document', path: '/page', headers: asPage };

/** The same page, compressed by the site. */
export const encodedCase: Case = { id: 'encoded', path: '/page-gz', headers: asPage };
