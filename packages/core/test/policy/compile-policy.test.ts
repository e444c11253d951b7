import { expect, test } from 'vitest';
import type { Declaration, ProfileId } from '../../src/declaration/types.ts';
import { compilePolicy } from '../../src/policy/compile-policy.ts';
import { renderPolicyMarkdown } from '../../src/policy/render-markdown.ts';
import type { Block, PolicyView } from '../../src/policy/view.ts';
import { en } from '../../src/policy/words/en.ts';
import { policyLanguages } from '../../src/policy/words/find-words.ts';
import { richDeclaration as rich } from './rich-declaration.ts';
import { compileView, newer, older } from './seed-declarations.ts';
import { sayEnglishIn } from './words-declaration.ts';

const options = { language: 'en', profile: 'eu-base', declarationId: 'ab'.repeat(32) } as const;

function section(view: PolicyView, id: string): string {
  const found = view.sections.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`There is no section "${id}"`);
  return renderPolicyMarkdown({ ...view, sections: [found] });
}

function table(view: PolicyView): Extract<Block, { kind: 'trackers' }> {
  const block = view.sections.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'trackers');
  if (block?.kind !== 'trackers') throw new Error('There is no table');
  return block;
}

function reversed<T>(record: { readonly [id: string]: T }): { readonly [id: string]: T } {
  return Object.fromEntries(Object.entries(record).reverse());
}

test('P1 the order in which a file lists purposes, trackers and providers changes nothing', () => {
  const shuffled: Declaration = {
    ...rich,
    purposes: reversed(rich.purposes),
    trackers: reversed(rich.trackers),
    providers: reversed(rich.providers),
  };
  expect(compileView(shuffled)).toEqual(compileView(rich));
});

test('P1 the view is plain JSON', () => {
  const view = compileView(rich);
  expect(JSON.parse(JSON.stringify(view))).toEqual(view);
});

test('P5 a language without words is refused by code and not answered in English', () => {
  const compiled = compilePolicy({ ...rich, languages: ['en', 'tlh'] }, { ...options, language: 'tlh' });
  expect(compiled).toMatchObject({ ok: false, issues: [{ code: 'POLICY_LANGUAGE_UNKNOWN', path: 'languages' }] });
});

test('P5 a missing translation is refused with the path of each text, once', () => {
  const front = { label: { en: 'front office' }, match: { hosts: ['portal.example'] } };
  const declaration = { ...rich, site: { ...rich.site, locations: { ...rich.site.locations, front } } };
  const compiled = compilePolicy(declaration, { ...options, language: 'fr' });
  expect(compiled).toMatchObject({ ok: false });
  expect(compiled.ok ? [] : compiled.issues.map(({ code, path }) => [code, path])).toEqual([
    ['POLICY_TEXT_MISSING', 'site.locations.front.label.fr'],
  ]);
});

test('P5 a regional tag is told in the words of its language', () => {
  const label = (text: { readonly [language: string]: string }): { readonly [language: string]: string } => ({ 'fr-CA': text['fr'] ?? '' });
  const declaration: Declaration = JSON.parse(JSON.stringify(older), (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'fr' in value ? label(value as { [language: string]: string }) : value,
  );
  const view = compileView(declaration, { language: 'fr-CA' });
  expect(view.language).toBe('fr-CA');
  expect(view.title).toBe('Politique relative aux cookies');
});

test('P8 what is the same for every row is said once beneath the table, what differs beneath its row', () => {
  const same = compileView(newer);
  expect(table(same).details.map(({ id }) => id)).toEqual(['when']);
  expect(section(same, 'used')).toContain('- **Party** – First party (this site)');
  const different = compileView(rich);
  expect(table(different).details.map(({ id }) => id)).toEqual(['when', 'kind', 'party', 'recipients', 'basis']);
  expect(section(different, 'used')).not.toContain('The same for every row');
});

test('P8 chosen columns are exactly those shown, in their order', () => {
  const view = compileView(rich, { columns: ['name', 'basis'] });
  expect(table(view).columns.map(({ id }) => id)).toEqual(['name', 'basis']);
  expect(table(view).details).toEqual([]);
});

test('P8 the name column speaks of cookies only where everything is one', () => {
  const label = (view: PolicyView): string | undefined => table(view).columns.find(({ id }) => id === 'name')?.label;
  expect(label(compileView(newer))).toBe('Cookie name(s)');
  expect(label(compileView(rich))).toBe('Name(s)');
});

test('P9 rows stand under their categories by the number of their purpose', () => {
  const { groups } = table(compileView(rich));
  expect(groups.map(({ label, rows }) => [label, rows.map(({ id }) => id)])).toEqual([
    ['Necessary for the site to work', ['cookies_preferences', 'sessionid'].toReversed()],
    ['Preferences', ['searches']],
    ['Marketing', ['map_cookie', 'map_embed']],
  ]);
});

test('P9 a declared table heading spans what is necessary and functional, and no more', () => {
  const tableHeading = { en: 'Necessary and functional', fr: 'Nécessaires et fonctionnels' };
  const { groups } = table(compileView({ ...rich, policy: { parts: [], tableHeading } }));
  expect(groups.map(({ label, categories }) => [label, categories])).toEqual([
    ['Necessary and functional', ['necessary', 'preferences']],
    ['Marketing', ['marketing']],
  ]);
});

test('P9 a tracker with purposes of several categories stands under the one that needs most care', () => {
  const { sessionid, map_cookie } = rich.trackers;
  if (sessionid === undefined || map_cookie === undefined) throw new Error('The fixture has changed');
  const mixed = { ...sessionid, purposes: ['login', 'maps'] as const };
  const { groups } = table(compileView({ ...rich, trackers: { mixed } }));
  expect(groups.map(({ categories }) => categories)).toEqual([['marketing']]);
});

test('P9 a site with no trackers says so and has no table', () => {
  const view = compileView({ ...rich, trackers: {} });
  expect(section(view, 'used')).toContain('None: no cookie and nothing similar');
  expect(view.sections.flatMap(({ blocks }) => blocks).some(({ kind }) => kind === 'trackers')).toBe(false);
});

test('P10 a part that ends a paragraph in a colon turns the rest of it into a list', () => {
  const paragraphs = ['Before.', 'Kinds:', 'one', 'two'].map((text) => ({ en: text, fr: text }));
  const [part] = compileView({ ...rich, policy: { parts: [{ paragraphs }] } }).sections;
  expect(part?.blocks).toEqual([
    { kind: 'paragraph', text: ['Before.'] },
    { kind: 'paragraph', text: ['Kinds:'] },
    { kind: 'list', items: [['one'], ['two']] },
  ]);
});

test('P11 what the choice itself sets names no location, everything else does', () => {
  const rows = table(compileView(rich)).groups.flatMap((group) => group.rows);
  const said = Object.fromEntries(rows.map(({ id, cells }) => [id, cells.function]));
  expect(said['cookies_preferences']).toBe('Choices related to your cookie preferences');
  expect(said['sessionid']).toBe('Authentication (front and back office)');
  expect(said['searches']).toBe('Search history (front office)');
});

test('P12 a ground that the language does not know is quoted as declared', () => {
  const view = compileView(rich, { profile: 'us-ca', language: 'fr' });
  expect(section(view, 'purposes')).toContain('Jusqu’à votre refus\u00a0: «\u00a0No consent is required; opt-out\u00a0»');
});

test('P12 a source carries its date, and says when nobody has checked it', () => {
  expect(section(compileView(rich), 'purposes')).toContain('Directive 2002/58/EC, Article 5(3), as of 18 June 2026\n');
  expect(section(compileView(rich, { profile: 'au-qld' }), 'purposes')).toContain(
    'Queensland Privacy Principle 5, as of 18 June 2026 (nobody has checked this yet)',
  );
});

test('P13 statistics name the tier, the rules and the ground, and never call anonymity a reason', () => {
  const view = section(compileView(rich), 'statistics');
  expect(view).toContain('Nothing is stored on your device for this, and nothing is read from it.');
  expect(view).toContain('Under the rules for the European Union, these statistics run until you object');
  expect(view).toContain('fewer than 5 visitors');
  expect(view).toContain('for 25 months');
  expect(view).toContain('not free of consent because they are anonymous');
  expect(view).toContain('[Object to statistics](/cookies/preferences)');
});

test('P13 an objection is offered only where the preferences can carry it out', () => {
  expect(section(compileView(rich, { profile: 'au-qld' }), 'statistics')).not.toContain('Object to statistics');
  expect(section(compileView(rich, { profile: 'us-ca' }), 'statistics')).toContain('Object to statistics');
});

test('P13 a profile under which nothing is counted says that, and a site without statistics too', () => {
  const none = {
    ...rich,
    measurement: { ...(rich.measurement as NonNullable<Declaration['measurement']>), tier: { default: 'none' as const } },
  };
  expect(section(compileView(none), 'statistics')).toContain('Under the rules for the European Union, visits are not counted.');
  expect(section(compileView(newer), 'statistics')).toContain('No statistics are made');
});

test('P14 the page says what is asked only where something is', () => {
  expect(section(compileView(rich), 'choices')).toContain('Refusing takes one click');
  expect(section(compileView(newer), 'choices')).toContain('nothing on this site needs your consent');
});

test('P14 the treatment of Global Privacy Control is that of the profile', () => {
  expect(section(compileView(rich), 'signals')).toContain('a refusal of everything that is not necessary');
  expect(section(compileView(rich, { profile: 'us-ca' }), 'signals')).toContain('your objection and your opt-out');
  expect(section(compileView(rich, { profile: 'au-qld' }), 'signals')).toContain('It changes nothing beyond that');
});

test('P15 everybody involved is listed with role, country and safeguard', () => {
  const view = section(compileView(rich), 'involved');
  expect(view).toContain(
    '| Example Maps | Third party: decides for itself | United States | Standard contractual clauses of 4 June 2021 |',
  );
  expect(view.indexOf('Council of Exampleville')).toBeLessThan(view.indexOf('Example Maps'));
});

test('P15 what nobody stated is left out of the page', () => {
  const view = compileView(older);
  expect(view.version).toBeNull();
  expect(view.date).toBeNull();
  expect(section(view, 'controller')).not.toContain('Contact');
  expect(section(view, 'record')).not.toContain('Version');
});

test('P15 the authority to complain to is named where it is known', () => {
  const authority = { name: 'Data Protection Office', url: 'https://authority.example' };
  expect(section(compileView(rich, { authority }), 'rights')).toContain('[Data Protection Office](https://authority.example)');
});

test('P16 version, date, fingerprint and predecessor are printed', () => {
  const view = section(compileView(rich), 'record');
  for (const text of ['7', '1 September 2026', `sha256:${'ab'.repeat(32)}`, `sha256:${'c'.repeat(64)}`]) expect(view).toContain(text);
});

const profiles = Object.keys(en.profiles) as ProfileId[];
test.each(profiles)('P17 the page under "%s" has every word in every language', (profile) => {
  for (const language of policyLanguages) {
    const offered = { ...sayEnglishIn(rich, [language]), profiles: { default: profile, offered: [profile] } };
    const text = renderPolicyMarkdown(compileView(offered, { language, profile }));
    expect(text).not.toMatch(/undefined|\bnull\b|\[object/);
    expect(text.length).toBeGreaterThan(4_000);
  }
});

test('P17 a profile that is not offered is told as the deciders treat it: with consent', () => {
  expect(section(compileView(rich, { profile: 'br' }), 'statistics')).toContain('They run only after you agree.');
});
