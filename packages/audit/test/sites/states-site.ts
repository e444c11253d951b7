// A small site with a question and one thing for each state to find. It tells visitors apart by what they send alone.
import type { IncomingMessage, ServerResponse } from 'node:http';

/** What the site does; each is independent of the others. */
export type StatesSiteTrait = 'close-accepts' | 'escape-accepts' | 'extends' | 'nags' | 'mouse-only' | 'switches' | 'script-only';

// A worker that tells once it sees the signal.
const workerScript = `const timer = setInterval(() => {
  if (navigator.globalPrivacyControl !== true) return;
  clearInterval(timer);
  fetch('/seen?worker=true');
}, 20);`;

const life = 200 * 86_400;

/** Answers as the site with some traits does; `seen` gets a line for each request. */
export function answerAs(traits: readonly StatesSiteTrait[], seen: string[]): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const cookies = request.headers.cookie ?? '';
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    seen.push(`${request.method} ${request.url} gpc=${request.headers['sec-gpc'] ?? ''}`);
    const set: string[] = [];
    if (traits.includes('extends') || !cookies.includes('kept=')) set.push(`kept=1; Path=/; Max-Age=${life}`);
    if (path.startsWith('/answer/')) set.push(`choice=${path.slice(8)}; Path=/; Max-Age=${life}`);
    if (path === '/worker.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(workerScript);
      return;
    }
    if (path.startsWith('/answer/')) {
      response.writeHead(303, { location: '/', 'set-cookie': set }).end();
      return;
    }
    const asks = !cookies.includes('choice=') || traits.includes('nags');
    response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': set }).end(
      `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Site</title><p>${path}</p><a href="/second">Second</a>${asks ? question(traits) : ''}<script>
fetch('/seen?page=' + navigator.globalPrivacyControl + '&year=' + new Date().getFullYear() + '&name=' + Date.name + Date.now.name);
new Worker('/worker.js');
</script>`,
    );
  };
}

function question(traits: readonly StatesSiteTrait[]): string {
  const store = "document.cookie = 'after_gesture=1; path=/'";
  const close = traits.includes('close-accepts')
    ? `<span role="button" aria-label="Close" onclick="${store}; this.parentNode.remove()">×</span>`
    : '';
  const escaping = traits.includes('escape-accepts')
    ? `<script>addEventListener('keydown', (event) => { if (event.key === 'Escape') ${store}; });</script>`
    : '';
  const switches = traits.includes('switches')
    ? '<form method="post" action="/answer/some"><label><input type="checkbox" disabled checked> Necessary</label><label><input type="checkbox" name="grant" value="one"> One</label><label><input type="checkbox" name="grant" value="two" checked> Two</label><button>Save my choices</button></form>'
    : '';
  if (traits.includes('script-only')) {
    return `<section><p>May we use cookies?</p><button onclick="location.href='/answer/yes'">Accept all</button><button onclick="location.href='/answer/no'">Reject all</button></section>`;
  }
  const reject = traits.includes('mouse-only')
    ? `<div data-candor="reject" onclick="location.href='/answer/no'" style="width:80px">Reject all</div>`
    : '<form method="post" action="/answer/no"><button data-candor="reject">Reject all</button></form>';
  return `<section><p>May we use cookies?</p>${close}${switches}<form method="post" action="/answer/yes"><button data-candor="accept">Accept all</button></form>${reject}</section>${escaping}`;
}
