// The reader's rights under the profile's law, and where to complain.
import type { ProfileId } from '../../declaration/types.ts';
import type { PolicyContext } from '../context.ts';
import { linkText } from '../links.ts';
import { plainText } from '../plain-text.ts';
import type { Inline, Section } from '../view.ts';
import type { RightsFamily } from '../words/policy-words.ts';

const families: { readonly [P in ProfileId]: RightsFamily } = {
  'eu-base': 'gdpr',
  fr: 'gdpr',
  it: 'gdpr',
  es: 'gdpr',
  de: 'gdpr',
  nl: 'gdpr',
  uk: 'gdpr',
  'eu-omnibus-draft': 'gdpr',
  'us-ca': 'us',
  'us-other': 'us',
  'ca-qc': 'canada',
  br: 'brazil',
  'au-qld': 'australia',
  'au-fed': 'australia',
};

/** The section on rights and complaint. */
export function compileRights({ words, profile, authority }: PolicyContext): Section {
  const complain: readonly Inline[] =
    authority === null ? [words.rights.complain] : [words.rights.complainTo, linkText(authority.url, plainText(authority.name))];
  const paragraphs = [...words.rights.families[families[profile]].map((text): readonly Inline[] => [text]), complain];
  return {
    id: 'rights',
    heading: [words.rights.heading],
    blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
  };
}
