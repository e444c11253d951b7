// Which declared texts become links: web addresses and mail addresses, nothing that could run.
import { plainText } from './plain-text.ts';
import type { Inline } from './view.ts';

/** A web address or a mail address as a link, anything else as text. */
export function linkText(value: string, label?: string): Inline {
  const text = plainText(value);
  const href = addressOf(text);
  if (href === null) return text;
  return { text: label ?? text, href };
}

/** Whether a text would become a link. */
export function isAddress(value: string): boolean {
  return addressOf(plainText(value)) !== null;
}

function addressOf(text: string): string | null {
  if (/^https?:\/\/[^\s<>"']+$/i.test(text)) return text;
  if (/^[^\s@<>"'?&:]+@[^\s@<>"'?&:]+\.[^\s@<>"'?&:]+$/.test(text)) return `mailto:${text}`;
  return null;
}

/** The site's first host as the heading prints it: an https link, or the bare name where no certificate could exist. */
export function siteLink(hosts: readonly string[]): Inline {
  const host = hosts.find((name) => !name.startsWith('*.')) ?? hosts[0] ?? '';
  if (host === 'localhost' || host.endsWith('.localhost') || host.startsWith('*.')) return host;
  return { text: `https://${host}`, href: `https://${host}` };
}
