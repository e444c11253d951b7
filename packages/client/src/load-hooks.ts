// What scripts load: elements they point elsewhere, and requests they send. CSP keeps undeclared hosts out; these keep a declared
// host out until its purpose is allowed, where the policy is the ceiling of everything declared.
import type { Question, RequestUse } from '@candor/core';
import type { Asker } from './asker.ts';
import type { Env } from './env.ts';

/** Something to load: an address as it was given, what it is loaded as, and the method. */
export type Load = { readonly address: unknown; readonly as: RequestUse; readonly method?: string };

/** The question about a load; null where the address cannot be read, which is the browser's to refuse. */
export function loadQuestion(env: Env, { address, as, method = 'GET' }: Load): Extract<Question, { readonly kind: 'request' }> | null {
  try {
    return { kind: 'request', url: new URL(String(address), env.document.baseURI).href, as, method: method.toUpperCase() };
  } catch {
    return null;
  }
}

/** Whether a script may load this now; a no is remembered, without the query. */
function mayLoad(env: Env, asker: Asker, load: Load): boolean {
  const question = loadQuestion(env, load);
  return question === null || !asker.refuses(question, question.url.split(/[?#]/, 1)[0] ?? '');
}

function hookSource(env: Env, asker: Asker, { prototype, as }: { readonly prototype: HTMLElement; readonly as: RequestUse }): void {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, 'src');
  const set = descriptor?.set;
  if (descriptor === undefined || set === undefined) return;
  Object.defineProperty(prototype, 'src', {
    ...descriptor,
    set(this: HTMLElement, value: unknown) {
      if (mayLoad(env, asker, { address: value, as })) set.call(this, value);
    },
  });
}

function useOf(element: Element): RequestUse | null {
  if (element instanceof HTMLIFrameElement) return 'frame';
  if (element instanceof HTMLScriptElement) return 'script';
  return element instanceof HTMLImageElement ? 'image' : null;
}

function hookSetAttribute(env: Env, asker: Asker): void {
  const { setAttribute } = Element.prototype;
  Element.prototype.setAttribute = function (name: string, value: string): void {
    const as = String(name).toLowerCase() === 'src' ? useOf(this) : null;
    if (as === null || mayLoad(env, asker, { address: value, as })) setAttribute.call(this, name, value);
  };
}

function hookFetch(env: Env, asker: Asker): void {
  const { window } = env;
  const original = window.fetch;
  window.fetch = function (input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const request = input instanceof Request ? input : null;
    const load: Load = { address: request?.url ?? input, as: 'connect', method: init?.method ?? request?.method ?? 'GET' };
    return mayLoad(env, asker, load) ? original.call(window, input, init) : Promise.reject(new TypeError('Failed to fetch'));
  };
}

function hookRequests(env: Env, asker: Asker): void {
  const { open } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...given: readonly unknown[]): void {
    const allowed = mayLoad(env, asker, { address: given[1], as: 'connect', method: String(given[0]) });
    if (!allowed) throw new DOMException('Refused', 'SecurityError');
    Reflect.apply(open, this, given);
  } as typeof open;
  const { sendBeacon } = Navigator.prototype;
  Navigator.prototype.sendBeacon = function (url: string | URL, body?: BodyInit | null): boolean {
    return mayLoad(env, asker, { address: url, as: 'connect', method: 'POST' }) && sendBeacon.call(this, url, body);
  };
}

/** Installs all of them. */
export function hookLoads(env: Env, asker: Asker): void {
  hookSource(env, asker, { prototype: HTMLIFrameElement.prototype, as: 'frame' });
  hookSource(env, asker, { prototype: HTMLScriptElement.prototype, as: 'script' });
  hookSource(env, asker, { prototype: HTMLImageElement.prototype, as: 'image' });
  hookSetAttribute(env, asker);
  hookFetch(env, asker);
  hookRequests(env, asker);
}
