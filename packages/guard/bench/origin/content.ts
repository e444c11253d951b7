// What the site behind every entry answers: a small JSON document and a page, each with eighteen cookies of which two are declared.
import { gzipSync } from 'node:zlib';
import { createRandom } from '@candor/testkit';

/** The cookies that the declaration names. */
export const declaredNames: readonly string[] = ['sessionid', 'csrftoken'];

const undeclaredNames = [
  '_ga',
  '_gid',
  '_gcl_au',
  '_fbp',
  '_hjSessionUser_31',
  '_uetsid',
  '_uetvid',
  '_pin_unauth',
  '_ttp',
  '_scid',
  'ajs_anonymous_id',
  'mp_portal',
  'intercom-device-id',
  'hubspotutk',
  '__hstc',
  'optimizelyEndUserId',
] as const;

/** The lines of `Set-Cookie`. `token` stands for what differs with each response. */
export function renderCookies(token: string): readonly string[] {
  return [
    `sessionid=${token}; Path=/; Max-Age=1209600; HttpOnly; Secure; SameSite=Lax`,
    `csrftoken=${token}; Path=/; Max-Age=31449600; Secure; SameSite=Lax`,
    ...undeclaredNames.map((name) => `${name}=1.${token}; Path=/; Domain=portal.localhost; Max-Age=63072000; SameSite=Lax`),
  ];
}

const smallBytes = 200;
const pageBytes = 65_536;

/** 200 bytes of JSON. */
export const small: string = `{"items":[${'"record",'.repeat(20)}"end"]`.padEnd(smallBytes - 1) + '}';

const thirdParties = Array.from({ length: 20 }, (_, at) => {
  const host = `https://cdn${at}.vendor${at}.example`;
  if (at % 4 === 1) return `<img src="${host}/pixel.gif?id=${at}" alt="" width="1" height="1">`;
  if (at % 4 === 2) return `<iframe src="${host}/embed/${at}" title="Embedded" loading="lazy"></iframe>`;
  if (at % 4 === 3) return `<link rel="stylesheet" href="${host}/widget.css">`;
  return `<script async src="${host}/tag.js?id=T-${at}"></script>`;
});

const random = createRandom(1);
const letters = 'eeeaaiiooutnrslcdpmhbgvfyk';
const draw = (below: number): number => Math.floor(random() * below);
const words: readonly string[] = Array.from({ length: 1200 }, () =>
  Array.from({ length: 2 + draw(8) }, () => letters[draw(letters.length)]).join(''),
);

// Words as often as in a language: few of them make up most of a text, so that it compresses as pages do.
function paragraph(at: number): string {
  const text = Array.from({ length: 60 }, () => words[Math.floor(words.length * random() ** 3)]).join(' ');
  return `<section class="card" id="part-${at}"><h2>Part ${at}</h2><p>${text}.</p><a href="/data/${at}">More</a></section>\n`;
}

function buildPage(): string {
  const start = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Open data</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/style.css">
${thirdParties.slice(0, 8).join('\n')}
</head><body><header><nav><a href="/">Home</a><a href="/data">Data</a></nav></header><main>
`;
  const end = '</main><footer><p>The city</p></footer></body></html>\n';
  let body = '';
  for (let at = 0; start.length + body.length + end.length < pageBytes - 1024; at += 1) {
    body += paragraph(at);
    if (at % 8 === 0) body += `${thirdParties[8 + at / 8] ?? ''}\n`;
  }
  const missing = pageBytes - start.length - body.length - end.length;
  return `${start}${body}<!--${' '.repeat(missing - 7)}-->${end}`;
}

/** 64 KiB of HTML with twenty tags of other parties. */
export const page: string = buildPage();

/** The page as an origin sends it that compresses at the usual level. */
export const compressedPage: Uint8Array = new Uint8Array(gzipSync(page, { level: 6 }));
