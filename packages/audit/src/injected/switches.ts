// Runs in an isolated world of the page on top: the switches of a question, and turning one of them.

/** How many switches a visitor can turn, and what the first of them is called. */
export type Switches = { readonly count: number; readonly first: string };

/**
 * Turns the first switch of a question on and all others off, then presses what saves. Null, and nothing is done, where there are fewer
 * than `least` switches or nothing that saves; with `look` nothing is done either.
 */
export function turnOne(least: number, deed: 'look' | 'turn'): Switches | null {
  const subject = /cookie|consent|privacy|purpose|tracker|traceur|finalité|datenschutz|zweck|einwilligung|privacidad|confidentialité|同意/i;
  const saves =
    /^(save|confirm|apply|submit)|^(my|selected|these) (choices?|preferences|cookies)|(allow|accept) selec|enregistrer|valider|confirmer|speichern|auswahl|bestätigen|guardar|confirmar|salva|conferma|opslaan|bevestigen|zapisz|spara|gem|lagre|tallenna|uložit|保存|저장/i;
  const isLocked = (one: Element): boolean => one.matches(':disabled, [aria-disabled=true]');
  const isOn = (one: Element): boolean => (one instanceof HTMLInputElement ? one.checked : one.getAttribute('aria-checked') === 'true');
  const isShown = (one: Element): boolean => {
    // A switch is often drawn by its label, with the box itself hidden.
    const drawn = one instanceof HTMLInputElement ? (one.labels?.[0] ?? one.parentElement ?? one) : one;
    return drawn.checkVisibility() && drawn.getClientRects().length > 0;
  };
  const isSave = (one: HTMLElement): boolean => {
    const words = (one instanceof HTMLInputElement ? one.value : (one.textContent ?? '')).trim();
    return (one.dataset['candor'] === 'save' || (words.length <= 60 && saves.test(words))) && one.checkVisibility();
  };
  const wanted = 'input[type=checkbox], [role=switch], [role=checkbox]';
  const switchesIn = (box: Element): readonly HTMLElement[] =>
    [...box.querySelectorAll<HTMLElement>(wanted)].filter((one) => !isLocked(one) && isShown(one));
  const switchesBeside = (save: Element): readonly HTMLElement[] => {
    let box = save.parentElement;
    for (let steps = 0; box !== null && steps < 8; steps += 1) {
      const switches = switchesIn(box);
      if (switches.length >= least && subject.test(box.textContent ?? '')) return switches;
      box = box.parentElement;
    }
    return [];
  };
  const nameOf = (one: Element): string => {
    if (!(one instanceof HTMLInputElement)) return one.getAttribute('aria-label') ?? one.textContent ?? '';
    return one.value === 'on' ? (one.labels?.[0]?.textContent ?? one.name) : one.value;
  };
  for (const save of document.querySelectorAll<HTMLElement>('button, input[type=submit], [role=button]')) {
    const switches = isSave(save) ? switchesBeside(save) : [];
    const [first] = switches;
    if (first === undefined) continue;
    if (deed === 'turn') {
      for (const one of switches) if (isOn(one) !== (one === first)) one.click();
      save.click();
    }
    return { count: switches.length, first: nameOf(first).trim().slice(0, 80) };
  }
  return null;
}
