// Gated content: markup that is inert by construction, and wakes when every purpose it names is allowed.
//   <script type="text/plain" data-candor-purpose="audience">…</script>   <script type="text/plain" data-candor-purpose="x" data-src="…">
//   <iframe data-src="…" data-candor-purpose="map" title="Map"></iframe>   <img data-src="…" …>   <link data-href="…" …>
//   <style type="text/plain" data-candor-purpose="x">…</style>   <template data-candor-purpose="x">anything</template>
import type { Asker } from './asker.ts';

const SELECTOR = '[data-candor-purpose]';

/** The gates of one page. */
export type Gates = {
  /** Wakes what is allowed by now, in the order of the document. */
  pass(): void;
  /** What still waits. */
  waiting(): readonly HTMLElement[];
  purposesOf(element: HTMLElement): readonly string[];
};

/** Prepares the gates; nothing happens before the first `pass`. */
export function createGates(document: Document, asker: Asker): Gates {
  let busy = false;
  const purposesOf = ({ dataset }: HTMLElement): readonly string[] => dataset['candorPurpose']?.match(/\S+/g) ?? [];
  const waiting = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>(SELECTOR)];

  // A parsed script never runs; a new one with the same words does, in the same place.
  const reborn = (element: HTMLScriptElement): HTMLScriptElement => {
    const { dataset } = element;
    const script = document.createElement('script');
    for (const { name, value } of element.attributes) if (name !== 'type' && name !== 'src') script.setAttribute(name, value);
    asker.ours.add(script);
    script.type = dataset['type'] ?? '';
    script.nonce = element.nonce;
    script.text = element.text;
    script.async = element.hasAttribute('async');
    script.dataset['src'] ??= element.getAttribute('src') ?? '';
    script.onload = script.onerror = () => {
      busy = false;
      pass();
    };
    return script;
  };

  const wake = (element: HTMLElement): void => {
    if (element instanceof HTMLTemplateElement) {
      const content = document.importNode(element.content, true);
      for (const script of content.querySelectorAll('script')) asker.ours.add(script);
      return element.replaceWith(content);
    }
    const woken = element instanceof HTMLScriptElement ? reborn(element) : element;
    if (woken instanceof HTMLStyleElement) woken.type = '';
    woken.removeAttribute('data-candor-purpose');
    for (const name of ['src', 'srcset', 'href']) if (woken.dataset[name]) woken.setAttribute(name, woken.dataset[name]);
    if (woken === element) return;
    // What follows in the document may build on it, as it would have without a gate; what was refused its address is not waited for.
    busy = woken.matches('[src]:not([async],[defer])');
    element.replaceWith(woken);
  };

  const pass = (): void => {
    for (const element of waiting()) if (!busy && asker.allows(purposesOf(element))) wake(element);
  };
  return { pass, waiting, purposesOf };
}
