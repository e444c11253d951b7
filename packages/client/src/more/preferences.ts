// The preference centre over the page: the site's own rendering of it, in a dialog. Where that cannot be had, its page.
import { officeOf } from '../office.ts';
import type { Page } from '../page.ts';
import { wordsOf } from './words.ts';

async function addStyles(document: Document, href: string): Promise<void> {
  if (document.querySelector(`link[href="${href}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  // The nonce that the site's policy asks of styles, where it does: the page's first style is ours and carries it.
  link.nonce = document.querySelector('style')?.nonce ?? '';
  await new Promise((done) => {
    link.onload = link.onerror = done;
    document.head.append(link);
  });
}

/** Opens it. Focus goes into the dialog and comes back to where it was; Escape and the close button answer nothing. */
export async function openPreferences(page: Page): Promise<void> {
  const { env } = page;
  const { document } = env;
  if (document.querySelector('.candor-dialog')) return;
  const [markup, words] = await Promise.all([officeOf(page).preferences(), wordsOf(page)]);
  const section = markup && new DOMParser().parseFromString(markup, 'text/html').querySelector<HTMLElement>('.candor-preferences');
  if (!section) return env.location.assign(`${page.state.enforcement.prefix}/preferences`);
  // Beside the words that name it.
  await addStyles(document, new URL(words.preferencesStyles, new URL(page.state.words, document.baseURI)).href);
  const dialog = document.createElement('dialog');
  dialog.className = 'candor-dialog';
  dialog.lang = section.lang;
  dialog.dir = section.dir;
  const heading = section.querySelector('h1');
  if (heading) {
    heading.id ||= 'candor-preferences-title';
    dialog.setAttribute('aria-labelledby', heading.id);
  }
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'candor-button';
  close.dataset['candor'] = 'close';
  close.append(words.close);
  close.onclick = () => dialog.close();
  dialog.append(close, document.adoptNode(section));
  const opener = document.activeElement as HTMLElement | null;
  dialog.addEventListener('close', () => {
    dialog.remove();
    opener?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}
