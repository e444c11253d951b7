// What a page does that is allowed, as expressions whose values are compared with and without the page's script.

/** Names of expressions with their source; each is evaluated in the page and its value, or the name of what it throws, is kept. */
export type Expressions = { readonly [name: string]: string };

const functions: Expressions = {
  'names and lengths': `[fetch, WebSocket, Worker, EventSource, XMLHttpRequest.prototype.open, Node.prototype.appendChild, Storage.prototype.setItem,
    Element.prototype.setAttribute, document.write, navigator.sendBeacon, indexedDB.open, window.open].map(({ name, length }) => [name, length])`,
  'functions say they are native': `[fetch, WebSocket, Element.prototype.append, Storage.prototype.setItem].map((one) => [/\\[native code\\]/.test(String(one)),
    /\\[native code\\]/.test(Function.prototype.toString.call(one)), typeof one, one instanceof Function])`,
  descriptors: `[[Document.prototype, 'cookie'], [Element.prototype, 'innerHTML'], [HTMLImageElement.prototype, 'src'], [window, 'fetch'], [Storage.prototype, 'setItem'],
    [HTMLIFrameElement.prototype, 'contentWindow']].map(([owner, key]) => { const { configurable, enumerable, writable, get, set, value } = Object.getOwnPropertyDescriptor(owner, key);
    return [configurable, enumerable, writable, typeof get, typeof set, typeof value]; })`,
  'own names': `[Element.prototype, Document.prototype, HTMLScriptElement.prototype, Storage.prototype].map((owner) => Object.getOwnPropertyNames(owner))`,
  constructors: `[WebSocket, EventSource, Worker, SharedWorker].map((one) => [one.prototype.constructor === one, Object.getOwnPropertyNames(one).sort()])`,
  'constants and statics': `[WebSocket.OPEN, EventSource.CLOSED, XMLHttpRequest.DONE, Object.prototype.toString.call(localStorage)]`,
  'derived classes': `(() => { class Own extends EventSource { get own() { return 1; } } const one = new Own('/next'); const says = [one instanceof Own, one instanceof EventSource, one.own];
    one.close(); return says; })()`,
  wrapping: `(() => { const before = Element.prototype.append; let calls = 0; Element.prototype.append = function (...all) { calls += 1; return before.apply(this, all); };
    const box = document.createElement('div'); box.append('x', document.createElement('b')); Element.prototype.append = before; return [calls, box.innerHTML]; })()`,
};

const markup: Expressions = {
  innerHTML: `(() => { const box = document.createElement('div'); box.innerHTML = '<p class="a">x<b>y</b></p><br>z'; return [box.innerHTML, box.childNodes.length, box.textContent]; })()`,
  'innerHTML in its context': `(() => { const rows = document.createElement('tbody'); rows.innerHTML = '<tr><td>1</td></tr>'; return rows.innerHTML; })()`,
  'innerHTML of SVG': `(() => { const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); svg.innerHTML = '<g><path d="M0 0"/></g>';
    return [svg.innerHTML, svg.firstChild.namespaceURI]; })()`,
  'innerHTML of null and numbers': `(() => { const box = document.createElement('div'); box.innerHTML = null; const empty = box.innerHTML; box.innerHTML = 7; return [empty, box.innerHTML]; })()`,
  'outerHTML and neighbours': `(() => { const box = document.createElement('div'); box.innerHTML = '<i></i>'; box.firstChild.outerHTML = '<b>1</b><u>2</u>';
    box.firstChild.insertAdjacentHTML('afterend', '<s>3</s>'); box.insertAdjacentText('beforeend', '<4>'); return box.innerHTML; })()`,
  insertions: `(() => { const box = document.createElement('div'); const b = document.createElement('b'); const same = box.appendChild(b) === b;
    box.prepend('1'); box.append('2', document.createElement('i')); b.before('3'); b.after('4'); b.replaceWith('5'); box.insertBefore(document.createElement('u'), null);
    const gone = box.replaceChild(document.createElement('s'), box.lastChild).localName; return [same, gone, box.outerHTML, box.append('x'), box.childNodes.length]; })()`,
  fragments: `(() => { const fragment = document.createDocumentFragment(); for (let at = 0; at < 3; at += 1) fragment.append(document.createElement('li'));
    const list = document.createElement('ul'); list.append(fragment); return [fragment.childNodes.length, list.children.length]; })()`,
  templates: `(() => { const template = document.createElement('template'); template.innerHTML = '<article><img src="/none.gif" alt="x"><template><b></b></template></article>';
    const copy = document.importNode(template.content, true); const box = document.createElement('div'); box.append(template.content.cloneNode(true), copy); return box.innerHTML; })()`,
  ranges: `(() => { const box = document.createElement('div'); box.append('ab'); const range = document.createRange(); range.selectNodeContents(box); range.collapse(false);
    range.insertNode(document.createElement('b')); const made = range.createContextualFragment('<i>1</i>2'); return [box.innerHTML, made.childNodes.length]; })()`,
  'custom elements': `(() => { const says = []; const name = 'own-' + 'element'; if (!customElements.get(name)) customElements.define(name, class extends HTMLElement {
    static observedAttributes = ['src']; constructor() { super(); says.push('made'); } connectedCallback() { says.push('in'); } disconnectedCallback() { says.push('out'); }
    attributeChangedCallback(key, before, after) { says.push(key + before + after); } });
    const box = document.body.appendChild(document.createElement('div')); box.innerHTML = '<own-element src="/a"></own-element>'; box.firstChild.setAttribute('src', '/b');
    box.remove(); document.createElement(name); return says; })()`,
  observers: `(async () => { const box = document.createElement('div'); const seen = []; const observer = new MutationObserver((records) => seen.push(...records.map(({ type }) => type)));
    observer.observe(box, { childList: true, subtree: true, attributes: true }); box.innerHTML = '<b></b><i></i>'; box.append('x'); box.firstChild.setAttribute('title', 'x');
    await new Promise(requestAnimationFrame); return seen; })()`,
  'as libraries insert': `(() => { const $ = (text) => { const box = document.createElement('div'); box.innerHTML = text.trim(); return [...box.childNodes]; };
    const list = document.createElement('ul'); for (const node of $(' <li data-x="1">a</li><li>b</li> ')) list.appendChild(node);
    const copy = list.cloneNode(true); list.replaceChildren(...[...copy.children].reverse()); return list.outerHTML; })()`,
  addresses: `(() => { const image = new Image(); image.src = '/none.gif'; const frame = document.createElement('iframe'); frame.src = 'about:blank'; const link = document.createElement('a');
    link.href = 'http://tracker.localhost/x'; const canonical = Object.assign(document.createElement('link'), { rel: 'canonical', href: 'http://tracker.localhost/y' });
    return [image.getAttribute('src'), image.src.endsWith('/none.gif'), frame.src, link.href, canonical.href, image instanceof HTMLImageElement, new Text('a').data]; })()`,
  'a frame of the site': `(async () => { const frame = document.createElement('iframe'); frame.src = '/nothing-there'; document.body.append(frame); await new Promise((resolve) => { frame.onload = resolve; });
    const says = [frame.contentWindow === window[window.length - 1], frame.contentDocument.body.textContent.trim(), frame.contentWindow.Array === Array, frame.contentWindow.parent === window];
    frame.remove(); return says; })()`,
  srcdoc: `(async () => { const frame = document.createElement('iframe'); frame.srcdoc = '<p>in a frame</p>'; document.body.append(frame); await new Promise((resolve) => { frame.onload = resolve; });
    const says = [frame.srcdoc, frame.contentDocument.querySelector('p').textContent]; frame.remove(); return says; })()`,
  'a script of the site': `new Promise((resolve) => { const script = document.createElement('script'); script.onload = () => resolve('ran'); script.onerror = () => resolve('failed');
    script.src = '/run/none.js'; document.head.append(script); })`,
  faults: `[() => document.body.appendChild(null), () => document.body.append(document), () => document.createElement('div').setAttribute('', ''), () => new WebSocket('bad:'),
    () => localStorage.setItem('own'), () => new XMLHttpRequest().open('GET'), () => Node.prototype.appendChild.call({}, document.body), () => new Worker(), () => document.head.insertAdjacentHTML('nowhere', 'x'),
    () => WebSocket('/'), () => Element.prototype.append.call(null)].map((fault) => { try { fault(); return 'nothing'; } catch (reason) { return reason.name; } })`,
};

const stores: Expressions = {
  'web storage': `(() => { localStorage.setItem('own', 'a'); const says = [localStorage.getItem('own'), localStorage.own, 'own' in localStorage, localStorage.length, localStorage.key(0), Object.keys(localStorage),
    localStorage instanceof Storage, Storage.prototype.getItem.call(localStorage, 'own')]; localStorage.own = 'b'; says.push(localStorage.getItem('own')); delete localStorage.own;
    sessionStorage.setItem('own', 'c'); says.push(sessionStorage.own, localStorage.length, new StorageEvent('storage', { storageArea: localStorage }).storageArea === localStorage); sessionStorage.clear(); return says; })()`,
  cookies: `(() => { document.cookie = 'own=1; path=/; max-age=60'; document.cookie = 'own=2; path=/; max-age=60'; return document.cookie; })()`,
  'a cookie of the store': `(async () => { await cookieStore.set('own', '3'); return (await cookieStore.get('own')).value; })()`,
  databases: `new Promise((resolve) => { const request = indexedDB.open('own', 2); request.onupgradeneeded = () => request.result.createObjectStore('x');
    request.onsuccess = () => { resolve([request.result.name, request.result.version, [...request.result.objectStoreNames], request instanceof IDBOpenDBRequest]); request.result.close(); }; })`,
  caches: `(async () => { const cache = await caches.open('own'); await cache.put('/x', new Response('y')); return [await caches.keys(), await (await cache.match('/x')).text()]; })()`,
};

const requests: Expressions = {
  fetch: `(async () => { const response = await fetch('/next'); return [response.status, response instanceof Response, (await fetch(new Request('/next', { method: 'POST' }))).status,
    await fetch().catch(({ name }) => name), fetch('/next') instanceof Promise]; })()`,
  'an aborted fetch': `(async () => { const stop = new AbortController(); stop.abort(); return fetch('/next', { signal: stop.signal }).catch(({ name }) => name); })()`,
  XMLHttpRequest: `new Promise((resolve) => { const request = new XMLHttpRequest(); request.open('get', '/next', true); request.onload = () => resolve([request.status, request.readyState,
    request instanceof XMLHttpRequest, request.constructor === XMLHttpRequest]); request.send(); })`,
  'a beacon': `navigator.sendBeacon('/collect/0', 'x')`,
  'a socket': `(() => { const socket = new WebSocket('ws://' + location.host + '/socket/none'); const says = [socket instanceof WebSocket, socket.constructor === WebSocket, socket.readyState]; socket.close(); return says; })()`,
  'a worker': `new Promise((resolve) => { const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1 + 1)']))); worker.onmessage = ({ data }) => resolve([data, worker instanceof Worker]);
    worker.onerror = () => resolve('failed'); })`,
};

/** What pages do. */
export const expressions: Expressions = { ...functions, ...markup, ...stores, ...requests };

const policy =
  "const app = window.app ??= trustedTypes.createPolicy('app', { createHTML: (text) => text, createScriptURL: (text) => text, createScript: (text) => text });";
const trusted = (body: string): string => `(() => { ${policy} ${body} })()`;
const thrown = (call: string): string => `(() => { try { ${call}; return 'nothing'; } catch ({ name }) { return name; } })()`;

/** What pages do that take trusted types only. */
export const trustedExpressions: Expressions = {
  'trusted markup':
    trusted(`const box = document.createElement('div'); box.innerHTML = app.createHTML('<b>1</b>'); box.insertAdjacentHTML('beforeend', app.createHTML('<i>2</i>'));
    box.firstChild.outerHTML = app.createHTML('<u>3</u>'); return box.innerHTML`),
  'trusted frames and fragments':
    trusted(`const frame = document.createElement('iframe'); frame.srcdoc = app.createHTML('<p>x</p>'); const range = document.createRange();
    return [frame.srcdoc, range.createContextualFragment(app.createHTML('<b></b>')).childNodes.length]`),
  'a trusted address': `new Promise((resolve) => { ${policy} const script = document.createElement('script'); script.onload = () => resolve('ran'); script.onerror = () => resolve('failed');
    script.src = app.createScriptURL('/run/none.js'); document.head.append(script); })`,
  'a trusted address as an attribute': trusted(
    `const script = document.createElement('script'); script.setAttribute('src', app.createScriptURL('/run/none.js')); return script.getAttribute('src')`,
  ),
  words: trusted(`const box = document.createElement('div'); box.textContent = '<b>'; box.append('x'); return box.innerHTML`),
  'markup that nobody trusts': thrown(`document.createElement('div').innerHTML = '<b>x</b>'`),
  'words that nobody trusts': thrown(`document.createElement('div').innerHTML = 'x'`),
  'an address that nobody trusts': thrown(`document.createElement('script').src = '/run/none.js'`),
  'an attribute that nobody trusts': thrown(`document.createElement('script').setAttribute('src', '/run/none.js')`),
  'neighbours that nobody trusts': thrown(`document.body.insertAdjacentHTML('beforeend', '<b>x</b>')`),
};
