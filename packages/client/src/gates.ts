// Gated content: markup that is inert by construction, and wakes when every purpose it names is allowed.
//   <script type="text/plain" data-candor-purpose="audience">…</script>   <script type="text/plain" data-candor-purpose="x" data-src="…">
//   <iframe data-src="…" data-candor-purpose="map" title="Map"></iframe>   <img data-src="…" data-candor-purpose="map" alt="">
import type { RequestUse } from '@candor/core';
import type { Asker } from './asker.ts';
import type { Env } from './env.ts';
import { loadQuestion } from './load-hooks.ts';

const SELECTOR =
  'script[type="text/plain"][data-candor-purpose], iframe[data-src][data-candor-purpose], img[data-src][data-candor-purpose]';

/** Asks the front office for one purpose, at the visitor's click. */
export type Grant = (purposes: readonly string[]) => void;

function purposesOf(element: HTMLElement): readonly string[] {
  return (element.dataset['candorPurpose'] ?? '').split(/\s+/).filter((purpose) => purpose !== '');
}

function isGranted(asker: Asker, purposes: readonly string[]): boolean {
  const given = asker.consent().purposes;
  return purposes.length > 0 && purposes.every((purpose) => Object.hasOwn(given, purpose) && given[purpose]?.allowed === true);
}

/** A parsed script never runs; a new one with the same words does, in the same place. */
function wakeScript(element: HTMLScriptElement): void {
  const script = element.ownerDocument.createElement('script');
  for (const { name, value } of element.attributes) {
    if (!['type', 'nonce', 'src', 'data-src', 'data-type', 'data-candor-purpose'].includes(name)) script.setAttribute(name, value);
  }
  const type = element.dataset['type'];
  if (type !== undefined) script.type = type;
  if (element.nonce !== '') script.nonce = element.nonce;
  script.text = element.text;
  const source = element.dataset['src'] ?? element.getAttribute('src');
  if (source !== null) script.src = source;
  element.replaceWith(script);
}

function wakeEmbed(element: HTMLIFrameElement | HTMLImageElement): void {
  const source = element.dataset['src'];
  delete element.dataset['src'];
  element.hidden = false;
  if (source !== undefined) element.src = source;
}

function renderPlaceholder(asker: Asker, element: HTMLIFrameElement | HTMLImageElement, grant: Grant): HTMLElement {
  const { words } = asker.state;
  const document = element.ownerDocument;
  const purposes = purposesOf(element);
  const box = document.createElement('div');
  box.className = 'candor-placeholder';
  const says = [
    element instanceof HTMLIFrameElement ? element.title : element.alt,
    ...purposes.map((purpose) => words.purposes[purpose] ?? ''),
  ];
  for (const line of says.filter((line) => line !== '')) {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    box.append(paragraph);
  }
  // What the site never asks for cannot be granted here.
  if (words.allow === '' || !purposes.some((purpose) => Object.hasOwn(words.purposes, purpose))) return box;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'candor-button';
  button.dataset['candor'] = 'allow';
  button.textContent = words.allow;
  button.addEventListener('click', (event) => {
    if (event.isTrusted) grant(purposes);
  });
  box.append(button);
  return box;
}

/** The gates of one page. */
export type Gates = {
  /** Wakes what is allowed by now, and puts placeholders where something is not. */
  pass(): void;
  /** Whether something on this page still waits. */
  areWaiting(): boolean;
};

/** Prepares the gates; nothing happens before the first `pass`. */
export function createGates(env: Env, asker: Asker, grant: Grant): Gates {
  const placeholders = new Map<Element, HTMLElement>();
  const found = (): readonly HTMLElement[] => [...env.document.querySelectorAll<HTMLElement>(SELECTOR)];
  const wake = (element: HTMLElement): void => {
    placeholders.get(element)?.remove();
    placeholders.delete(element);
    if (element instanceof HTMLScriptElement) wakeScript(element);
    else if (element instanceof HTMLIFrameElement || element instanceof HTMLImageElement) wakeEmbed(element);
  };
  const hold = (element: HTMLElement): void => {
    if (placeholders.has(element) || !(element instanceof HTMLIFrameElement || element instanceof HTMLImageElement)) return;
    const box = renderPlaceholder(asker, element, grant);
    placeholders.set(element, box);
    element.hidden = true;
    element.before(box);
  };
  const mayWake = (element: HTMLElement): boolean => {
    if (!isGranted(asker, purposesOf(element))) return false;
    const address = element.dataset['src'] ?? element.getAttribute('src');
    const as: RequestUse = element instanceof HTMLIFrameElement ? 'frame' : element instanceof HTMLImageElement ? 'image' : 'script';
    const question = address === null ? null : loadQuestion(env, { address, as });
    return question === null || asker.ask(question).outcome !== 'drop';
  };
  return {
    pass: () => {
      for (const element of found()) (mayWake(element) ? wake : hold)(element);
    },
    areWaiting: () => found().length > 0,
  };
}
