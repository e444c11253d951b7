// The policy at its addresses: for people, for machines and as plain text, in each declared language.
import { profiles } from '@candor/catalog';
import type { PolicyView } from '@candor/core';
import { compilePolicy, html, renderPolicyHtml, renderPolicyMarkdown } from '@candor/core';
import { PlatformError } from '../errors.ts';
import { respond } from '../http/respond.ts';
import { publicPage } from '../page/public-page.ts';
import type { Route } from '../route.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';
import { inLanguage } from '../visit.ts';

type Format = 'html' | 'json' | 'md';

const types: Readonly<Record<Format, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
};

/** `policy`, `policy/:lang` and their `.json` and `.md` forms; the bare prefix leads to the policy. */
export function createPolicyRoutes(site: Site): readonly Route[] {
  const get = (path: string, answer: Route['answer']): Route => ({ method: 'GET', path, personal: false, answer });
  return [
    get('', () => respond('', 'text/plain', { status: 302, headers: { Location: `${site.prefix}/policy` } })),
    get('policy', (visit) => answerPolicy(site, visit, 'html')),
    get('policy.json', (visit) => answerPolicy(site, visit, 'json')),
    get('policy.md', (visit) => answerPolicy(site, visit, 'md')),
    get('policy/:file', (visit) => answerFile(site, visit)),
  ];
}

/** The bytes of `policy/:lang.json`: what is hashed and published. */
export function policyBytes(view: PolicyView): string {
  return `${JSON.stringify(view)}\n`;
}

/** The policy that a visit sees. Throws `PLATFORM_NOT_FOUND` where the declaration has no such language. */
export function compileVisitPolicy(site: Site, visit: Visit): PolicyView {
  const { declaration, declarationId } = site;
  const { profile } = visit.context;
  const view = compilePolicy(declaration, { language: visit.language, profile, declarationId, authority: profiles[profile].authority });
  if (!view.ok) throw new PlatformError('PLATFORM_INTERNAL', { cause: view.issues });
  return view.value;
}

function answerFile(site: Site, visit: Visit): Response {
  const [, tag = '', extension = 'html'] = /^([A-Za-z0-9-]+)(?:\.(json|md))?$/.exec(visit.parameters['file'] ?? '') ?? [];
  const language = site.declaration.languages.find((one) => one.toLowerCase() === tag.toLowerCase());
  if (language === undefined) throw new PlatformError('PLATFORM_NOT_FOUND');
  return answerPolicy(site, inLanguage(site, visit, language), extension === 'json' || extension === 'md' ? extension : 'html');
}

function answerPolicy(site: Site, visit: Visit, format: Format): Response {
  const headers = policyHeaders(site, visit, format);
  if (matchesTag(visit.request.headers.get('if-none-match'), headers.ETag)) return new Response(null, { status: 304, headers });
  const view = compileVisitPolicy(site, visit);
  if (format === 'json') return respond(policyBytes(view), types.json, { headers });
  if (format === 'md') return respond(renderPolicyMarkdown(view), types.md, { headers });
  const address = (kind: Format) => formatAddress(site, visit.language, kind);
  const main = html`${renderPolicyHtml(view, { heading: 1 })}
<p class="hint">${visit.words.otherFormats}: <a href="${address('json')}">JSON</a>, <a href="${address('md')}">Markdown</a></p>`;
  return publicPage(
    site,
    visit,
    { title: view.title, main, languageLinks: (language) => formatAddress(site, language, 'html') },
    { headers },
  );
}

// The declaration's hash comes first; the rest tells apart what one declaration is shown as.
function policyHeaders(
  site: Site,
  visit: Visit,
  format: Format,
): Readonly<Record<'ETag' | 'Link' | 'Vary' | 'Cache-Control' | 'Content-Location' | 'Content-Language', string>> {
  const look = format === 'html' ? `-${site.stylesheet.path.replace(/\W+/g, '')}` : '';
  return {
    ETag: `"${site.declarationId}-${visit.language}-${visit.context.profile}-${format}${look}"`,
    Link: alternates(site),
    Vary: 'Accept-Language, Cookie',
    // Which profile applies is not in the address, so shared caches ask every time.
    'Cache-Control': 'no-cache',
    'Content-Location': formatAddress(site, visit.language, format),
    'Content-Language': visit.language,
  };
}

function alternates(site: Site): string {
  const formats: readonly Format[] = ['html', 'json', 'md'];
  return site.declaration.languages
    .flatMap((language) =>
      formats.map((format) => {
        const type = types[format].split(';')[0];
        return `<${formatAddress(site, language, format)}>; rel="alternate"; hreflang="${language}"; type="${type}"`;
      }),
    )
    .join(', ');
}

function formatAddress(site: Site, language: string, format: Format): string {
  return `${site.prefix}/policy/${language}${format === 'html' ? '' : `.${format}`}`;
}

function matchesTag(header: string | null, tag: string): boolean {
  return (header ?? '').split(',').some((given) => given.trim().replace(/^W\//, '') === tag || given.trim() === '*');
}
