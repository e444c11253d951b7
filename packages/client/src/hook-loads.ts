// What scripts load: elements they point elsewhere, markup they write, and requests they send. Refused before it happens.
import type { RequestUse } from '@candor/core';
import type { Asker } from './asker.ts';
import type { Realm } from './env.ts';
import { refusal, watch } from './watch.ts';

const uses: { readonly [tag: string]: RequestUse } = {
  SCRIPT: 'script',
  IFRAME: 'frame',
  EMBED: 'frame',
  OBJECT: 'frame',
  IMG: 'image',
  INPUT: 'image',
  IMAGE: 'image',
  AUDIO: 'media',
  VIDEO: 'media',
  SOURCE: 'media',
  LINK: 'style',
};
const addresses = /^(?:src|srcset|srcdoc|poster|href|xlink:href|data)$/i;
const insertions = /^(?:append|prepend|before|after|insert|replace|write|\w+HTML|createContext)/;
// By name: a browser makes each interface when it is first asked for, and there are hundreds.
const interfaces =
  'Node Element CharacterData Document DocumentFragment ShadowRoot Range HTMLScriptElement HTMLIFrameElement HTMLEmbedElement HTMLObjectElement HTMLImageElement HTMLInputElement HTMLMediaElement HTMLVideoElement HTMLSourceElement HTMLLinkElement'.split(
    ' ',
  );
const javaScript = /^$|^module$|(?:java|ecma)script$/i;

/** Stands before everything in a realm that loads. `adopt` is given the windows and documents that come out of it. */
export function hookLoads(realm: Realm, asker: Asker, adopt: (window: unknown) => void): void {
  const may = asker.mayLoad;
  const { inline } = asker.state;
  // What has an address is an element, but for text, whose data is something else.
  const mayPoint = ({ tagName, rel }: Partial<HTMLLinkElement>, attribute: string, value: unknown): boolean => {
    const as = uses[String(tagName).toUpperCase()];
    if (as === undefined || !addresses.test(attribute)) return true;
    // A link loads as its relation says; one without or with another relation only names an address.
    if (as === 'style' && !/style/i.test(rel ?? '')) return !/pre|icon/i.test(rel ?? '') || may(value, 'image') || may(value, 'script');
    if (/doc/i.test(attribute)) return cleanMarkup(value) === value;
    if (!/set/i.test(attribute)) return may(value, attribute === 'poster' ? 'image' : as);
    const candidates = String(value).split(',');
    return candidates.every((candidate) => may(/\S+/.exec(candidate), 'image'));
  };

  /** Makes inert what may not be in a piece of markup that is not in the page yet; whether there was any. */
  const clean = (root: ParentNode): boolean => {
    let cleaned = false;
    for (const element of [root as Element, ...root.querySelectorAll('*')]) {
      if (!uses[element.tagName?.toUpperCase()]) continue;
      for (const { name, value } of [...element.attributes]) {
        if (mayPoint(element, name, value)) continue;
        element.removeAttribute(name);
        cleaned = true;
      }
      const { type = 'x', src = '', nonce } = element as Partial<HTMLScriptElement>;
      // Which inline scripts may run is declared by hash, or said by the site's own nonce.
      const declared = inline === 'any' || (inline === 'nonce' && nonce) || asker.ours.has(element);
      if (element.tagName !== 'SCRIPT' || src || declared || !javaScript.test(type)) continue;
      (element as HTMLScriptElement).type = 'text/plain';
      cleaned = asker.refuses('inline', 'inline', () => ({ code: 'DROP_UNDECLARED' }));
    }
    return cleaned;
  };

  const { prototype: elements } = realm.Element;
  const markup = Object.getOwnPropertyDescriptor(elements, 'innerHTML');
  /** The same markup without what may not be in it. What was trusted stays the object it is where nothing had to go. */
  const cleanMarkup = (given: unknown): unknown => {
    // Positions and words are no markup, and no policy of the page has to trust them.
    if (!/</.test(given as string)) return given;
    const box = realm.document.createElement('template');
    markup?.set?.call(box, given);
    return clean(box.content) ? markup?.get?.call(box) : given;
  };

  const framesIn = (root: unknown): readonly unknown[] => [root, ...((root as ParentNode).querySelectorAll?.('iframe,object') ?? [])];

  for (const interfaceName of interfaces) {
    const { prototype } = ((realm as never)[interfaceName] ?? {}) as { readonly prototype?: object };
    for (const key of Object.getOwnPropertyNames(prototype ?? {})) {
      if (addresses.test(key)) watch(prototype, key, (go, [value], self) => mayPoint(self as Element, key, value) && go());
      if (/^content/.test(key)) {
        watch(prototype, key, (go) => {
          const inner = go();
          adopt(inner);
          return inner;
        });
      }
      if (!insertions.test(key)) continue;
      watch(prototype, key, (go, args, self) => {
        const writes = /HTML|write|Context/.test(key);
        const nodes = args.filter((arg): arg is ParentNode => Object(arg).querySelectorAll);
        nodes.forEach(clean);
        if (writes) args.push(...args.splice(0).map(cleanMarkup));
        // Before, since what is inserted leaves its fragment, and what is replaced its parent.
        const frames = nodes.flatMap(framesIn);
        const { parentNode } = self as Node;
        const done = go();
        if (writes) frames.push(...framesIn(parentNode ?? self));
        // Reading its window is what hooks a frame.
        for (const frame of frames) void (frame as HTMLIFrameElement).contentWindow;
        return done;
      });
    }
  }
  for (const key of ['setAttribute', 'setAttributeNS']) {
    watch(elements, key, (go, args, self) => mayPoint(self as Element, String(args.at(-2)), args.at(-1)) && go());
  }
  watch(realm, 'fetch', async (go, [input, init]) => {
    const { url = input, method } = Object(input) as { readonly url?: unknown; readonly method?: unknown };
    return may(url, 'connect', (init as RequestInit | undefined)?.method ?? method) ? go() : refusal();
  });
  watch(realm.XMLHttpRequest.prototype, 'open', (go, [method, address]) => (may(address, 'connect', method) ? go() : refusal()));
  watch(realm.Navigator.prototype, 'sendBeacon', (go, [address]) => may(address, 'connect', 'POST') && go());
  for (const key of ['WebSocket', 'EventSource', 'Worker', 'SharedWorker']) {
    watch(realm, key, (go, [address]) => (may(address, /W.*r/.test(key) ? 'worker' : 'connect') ? go() : refusal()));
  }
  watch(realm, 'open', (go) => {
    const opened = go();
    adopt(opened);
    return opened;
  });
}
