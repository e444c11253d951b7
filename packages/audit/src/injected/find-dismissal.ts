// Runs in an isolated world of the page on top: where a question about consent can be closed without answering it.

/** The middle of the first control that closes a small box of words about cookies or consent; null where there is none. */
export function findDismissal(): { readonly x: number; readonly y: number } | null {
  const subject = /cookie|consent|privacy|tracker|traceur|datenschutz|einwilligung|privacidad|confidentialité|同意|クッキー|쿠키/i;
  const closes =
    /^(×|✕|✖|╳|x|close|dismiss|fermer|schlie(ß|ss)en|cerrar|chiudi|sluiten|fechar|zamknij|stäng|luk|lukk|sulje|zavřít|bezár|închide|閉じる|关闭|닫기)( .{0,30})?$/i;
  const candidates = 'button, a, [role=button], [aria-label], [class*=close i], [id*=close i]';
  const collect = (root: Document | ShadowRoot): readonly Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.matches(candidates) ? [element] : []),
      ...(element.shadowRoot === null ? [] : collect(element.shadowRoot)),
    ]);
  const isNamed = (control: Element): boolean => {
    const words = (control.getAttribute('aria-label') ?? control.getAttribute('title') ?? '').trim() || (control.textContent ?? '').trim();
    return words === '' ? /close/i.test(`${control.id} ${control.getAttribute('class') ?? ''}`) : words.length <= 60 && closes.test(words);
  };
  const isAboutConsent = (control: Element): boolean => {
    let around: Node | null = control;
    for (let steps = 0; around !== null && steps < 8; steps += 1) {
      const text = around.textContent ?? '';
      if (text.length > 4000) return false;
      if (subject.test(text)) return true;
      around = around instanceof ShadowRoot ? around.host : around.parentNode;
    }
    return false;
  };
  for (const control of collect(document).slice(0, 5000)) {
    if (!isNamed(control) || !isAboutConsent(control)) continue;
    const { left, top, width, height } = control.getBoundingClientRect();
    if (width < 4 || height < 4 || !control.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    return { x: left + width / 2, y: top + height / 2 };
  }
  return null;
}
