// A guarded page without its guard: the same HTML and the same front office, but no policy header, no cookie of the site's filtered.
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { request as ask } from 'node:http';
import { startOrigin } from '@candor/testkit';
import type { Site } from '../entry.ts';
import { answerSite } from '../sites.ts';
import { siteHost } from '../words.ts';

const kept = ['content-type', 'cache-control', 'location'];

/** What a stripped response keeps: nothing that binds the page; cookies only where they are the front office's own. */
function strip(headers: IncomingMessage['headers'], ofFrontOffice: boolean): OutgoingHttpHeaders {
  const names = ofFrontOffice ? [...kept, 'set-cookie'] : kept;
  return Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
}

type Onward = { readonly guard: URL; readonly ofFrontOffice: boolean };

function pass({ guard, ofFrontOffice }: Onward, request: IncomingMessage, response: ServerResponse): void {
  const { method, url: path } = request;
  const origin = request.headers.origin === undefined ? {} : { origin: guard.origin };
  const headers = { ...request.headers, ...origin, host: guard.host };
  const onward = ask({ host: '127.0.0.1', port: guard.port, method, path, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, strip(answer.headers, ofFrontOffice));
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

/** Serves what a guard serves, with the guard taken away. `open` is told the origin at which that happens. */
export async function openWithoutServer(prefix: string, open: (origin: string) => Promise<Site>): Promise<Site> {
  const holder: { guard?: URL } = {};
  const server = await startOrigin((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const ofFrontOffice = path.startsWith(`${prefix}/`);
    if (holder.guard !== undefined && (ofFrontOffice || path.endsWith('/')))
      pass({ guard: holder.guard, ofFrontOffice }, request, response);
    else answerSite(request, response, '', {});
  });
  const origin = `http://${siteHost}:${server.port}`;
  const guarded = await open(origin);
  holder.guard = new URL(guarded.origin);
  return {
    origin,
    close: async () => {
      await server.close();
      await guarded.close();
    },
  };
}
