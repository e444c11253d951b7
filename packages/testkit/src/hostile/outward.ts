// Headers that send a browser elsewhere, or wipe what a visitor keeps, in the spellings that filters forget.
import type { HostileRoute } from './route.ts';
import { COOKIE_LINES, pageOf } from './route.ts';

const EVIL = 'https://evil.localhost';

function sends(id: string, tries: string, ...lines: readonly string[]): HostileRoute {
  return { id: `out-${id}`, tries, passes: true, answer: () => pageOf([...lines, ...COOKIE_LINES]) };
}

const links: readonly string[] = [
  `<${EVIL}>; rel=preconnect`,
  `<${EVIL}>;rel="preconnect"`,
  `<${EVIL}> ; REL = PreConnect`,
  `<//evil.localhost>; rel=dns-prefetch`,
  `<\\\\evil.localhost>; rel=dns-prefetch`,
  `</\\evil.localhost/>; rel=prefetch`,
  `<https:evil.localhost/>; rel=preconnect`,
  `< ${EVIL} >; rel="stylesheet preconnect"`,
  `<${EVIL}/a.js>; rel=modulepreload`,
  `<${EVIL}/a.css>; rel=stylesheet`,
  `<${EVIL}/a>; rel=icon`,
  `<${EVIL}/a>; rel=prerender`,
  `<${EVIL}/a>; rel=compression-dictionary`,
  `</a>; rel=preload; as=image; imagesrcset="/a 1x, ${EVIL}/b 2x"`,
  `</a>; rel=preload; as=image; imagesrcset="/a 1x,${EVIL}/b,2x"`,
  `</a,b>; rel=preload; as=style, <${EVIL}>; rel=preconnect`,
  `</a>; title="x\\", y"; rel=preload; as=style, <${EVIL}>; rel=preconnect`,
  `</a>; rel=preload; as=style; title='x, <${EVIL}>; rel=preconnect'`,
  `</a>; title="x, <${EVIL}>; rel=preconnect`,
  `x <${EVIL}>; rel=preconnect`,
  `x; <${EVIL}>; rel=preconnect`,
  `<${EVIL}; rel=preconnect`,
  `,,, <${EVIL}>; rel=preconnect`,
  `<${EVIL}>; rel=preconnect; rel=next`,
  `<${EVIL}>; foo; rel=preconnect`,
  `<${EVIL}>; rel="next preconnect"`,
  `<https://portal.localhost@evil.localhost/>; rel=preconnect`,
  `<https://portal.localhost.evil.localhost/>; rel=preconnect`,
];

const refreshes: readonly string[] = [
  `0; url=${EVIL}/`,
  `0;url=${EVIL}/`,
  `0;URL='${EVIL}/'`,
  `0; url = "${EVIL}/"`,
  `0, url=${EVIL}/`,
  `0 ${EVIL}/`,
  `0 ; ${EVIL}/`,
  `0;${EVIL}/`,
  `.5; url=${EVIL}/`,
  `0.5.; url=//evil.localhost`,
  `0; url=/\\evil.localhost`,
  `0; url=\\\\evil.localhost`,
  `0; url=https:evil.localhost`,
  `  0  ;  uRl  =  //evil.localhost`,
  `0; url=\thttps:\t//evil.localhost/`,
  `0; url='${EVIL}/"`,
  `0;url=javascript:evil`,
];

const policies: readonly string[] = [
  `default-src 'self'; report-uri ${EVIL}/r`,
  `default-src 'self', report-uri ${EVIL}/r`,
  `report-uri ${EVIL}/r`,
  `REPORT-URI ${EVIL}/r /own`,
  `default-src 'self';report-uri\t${EVIL}/r`,
  `img-src 'self', script-src 'self'; report-uri //evil.localhost/r, style-src 'self'`,
  `report-uri /\\evil.localhost/r`,
  `report-uri \\\\evil.localhost`,
];

const reportTos: readonly string[] = [
  `{"group":"a","max_age":9,"endpoints":[{"url":"${EVIL}/r"}]}`,
  `{"group":"a","max_age":9,"endpoints":[{"url":"/own"},{"url":"${EVIL}/r"}]}`,
  `{"group":"a","max_age":9,"endpoints":[{"url":"/own"}]}, {"group":"b","max_age":9,"endpoints":[{"u\\u0072l":"${EVIL}/r"}]}`,
  '{"group":"a","max_age":9,"endpoints":[{"url":"\\u0068ttps://evil.localhost/r"}]}',
  '{"group":"a","max_age":9,"endpoints":[{"url":"https:\\/\\/evil.localhost/r"}]}',
  '{"group":"a","max_age":9,"endpoints":[{"url":"\\/\\/evil.localhost/r"}]}',
  '{"group":"a","max_age":9,"endpoints":[{"url":"/\\\\evil.localhost/r"}]}',
  '{"group":"a","max_age":9,"endpoints":[{"url":"/own","url":"https://evil.localhost"}]}',
];

const endpoints: readonly string[] = [
  `a="${EVIL}/r"`,
  `own="/r", a="${EVIL}/r"`,
  `a="//evil.localhost/r";p="/own"`,
  'a="/\\\\evil.localhost/r"',
  `a;p="/own", b="${EVIL}/r"`,
  `a=("/own" "${EVIL}/r")`,
  `a="/own\\", b="${EVIL}/r"`,
  'a=evil',
];

const numbered = (id: string, tries: string, name: string, values: readonly string[]): readonly HostileRoute[] =>
  values.map((value, at) => sends(`${id}-${at}`, `${tries}: ${value}`, `${name}: ${value}`));

/** All of them. */
export const OUTWARD_ROUTES: readonly HostileRoute[] = [
  ...numbered('link', 'a Link header', 'Link', links),
  ...numbered('refresh', 'a Refresh header', 'Refresh', refreshes),
  ...numbered('policy', 'a report address in a policy', 'Content-Security-Policy', policies),
  ...numbered('policy-only', 'a report address in a policy that only reports', 'Content-Security-Policy-Report-Only', policies),
  ...numbered('report-to', 'a report group', 'Report-To', reportTos),
  ...numbered('endpoints', 'report endpoints', 'Reporting-Endpoints', endpoints),
  sends(
    'nel',
    'network error logging, in every spelling',
    'NEL: {"report_to":"evil","max_age":9}',
    'nel: {"report_to":"evil"}',
    'Nel: evil',
  ),
  sends('alt-svc', 'another service', 'Alt-Svc: h2="evil.localhost:443"; ma=9', 'ALT-SVC: h3="evil.localhost:443"'),
  sends('speculation', 'speculation rules', `Speculation-Rules: "${EVIL}/rules.json"`, 'speculation-rules: "evil"'),
  sends('two-refreshes', 'two Refresh headers', 'Refresh: 5; url=/own', `refresh: 0; url=${EVIL}/`),
  sends('split-link', 'a Link value split over two lines', 'Link: </a>; title="x', `Link: y", <${EVIL}>; rel=preconnect`),
  sends(
    'split-endpoints',
    'report endpoints split over two lines',
    'Reporting-Endpoints: own="/r',
    `Reporting-Endpoints: ", a="${EVIL}/r"`,
  ),
  sends(
    'wide-policy',
    'a policy that would allow everything',
    "Content-Security-Policy: default-src * 'unsafe-inline' 'unsafe-eval' data: blob:",
  ),
  sends(
    'policy-noise',
    'policies of odd punctuation',
    'Content-Security-Policy: ;;;,,,;',
    'Content-Security-Policy: , ,',
    'Content-Security-Policy:',
  ),
];
