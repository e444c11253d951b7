import { checkDeclaration } from '@candor/core';
import { expect, test } from 'vitest';
import type { Category, Declaration } from '../../src/declaration/types.ts';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { describeDate } from '../../src/policy/date-words.ts';
import { describeDuration } from '../../src/policy/duration.ts';
import { renderPolicyPage } from '../../src/policy/render-page.ts';
import { findPolicyWords, policyLanguages } from '../../src/policy/words/find-words.ts';
import type { PolicyWords } from '../../src/policy/words/policy-words.ts';
import { compileView } from './seed-declarations.ts';
import { newLanguages, smallDeclaration } from './words-declaration.ts';
import { leavesOf, sayLeaf } from './words-leaves.ts';

function wordsIn(language: string): PolicyWords {
  const words = findPolicyWords(language);
  if (words === null) throw new Error(`There are no words in "${language}"`);
  return words;
}

// Names of countries and the plural of none are those of Portugal.
function regional(language: string): string {
  return language === 'pt' ? 'pt-PT' : language;
}

// The lexicon is read, not shown, and grammar is tested by what it does.
function shown(language: string): PolicyWords | object {
  return { ...wordsIn(language), lexicon: null, grammar: null };
}

// Words that really are the same. Names of countries are compared with the platform's instead.
const sameWords: { readonly [language: string]: readonly string[] } = {
  ar: [],
  de: ['Cookie', 'Marketing', 'Name', 'Queensland', 'Version'],
  es: ['Australia', 'California', 'Cookie', 'Quebec', 'Queensland', 'Service worker'],
  it: ['Cookie', 'Marketing', 'Service worker'],
  nl: ['Contact', 'Cookie', 'Marketing', 'Quebec', 'Queensland', 'Service worker', 'week'],
  pl: ['Australia', 'Marketing', 'Quebec', 'Queensland', 'Service worker'],
  pt: ['Cookie', 'Service worker'],
};

test('W1 a language tells its name as it is known by, and the direction it is written in', () => {
  expect(policyLanguages).toEqual(['en', 'fr', ...newLanguages]);
  for (const language of policyLanguages) {
    const words = wordsIn(language);
    expect(words.tag).toBe(language);
    const own = new Intl.DisplayNames([language], { type: 'language' }).of(language);
    expect(words.name.toLowerCase()).toBe(own?.toLowerCase());
    expect(words.direction).toBe(language === 'ar' ? 'rtl' : 'ltr');
  }
});

test.each(newLanguages)('W2 %s fills every word, and none of them is English', (language) => {
  const english = leavesOf(shown('en'));
  const leaves = leavesOf(shown(language));
  const skipped = (path: string): boolean => path.startsWith('duration.units.');
  expect([...leaves.keys()].filter((path) => !skipped(path))).toEqual([...english.keys()].filter((path) => !skipped(path)));
  const same: string[] = [];
  for (const [path, leaf] of leaves) {
    const text = sayLeaf(leaf);
    expect(text.trim(), path).not.toBe('');
    expect(text, path).not.toMatch(/undefined|\[object| {2}/);
    const ends = sayLeaf(english.get(path) ?? '');
    if (!skipped(path)) expect([/^ /.test(text), / $/.test(text)], path).toEqual([/^ /.test(ends), / $/.test(ends)]);
    const compared = path !== 'tag' && path !== 'direction' && !path.startsWith('countries.') && text !== '#0: #1';
    if (compared && text === ends) same.push(text);
  }
  expect([...new Set(same)].toSorted()).toEqual(sameWords[language]);
});

// Denmark as its embassies write it, and the Netherlands as Poland's authorities call them.
const otherNames: { readonly [language: string]: readonly string[] } = { ar: ['DK'], pl: ['NL'] };

test.each(newLanguages)('W2 countries have their usual names in %s', (language) => {
  const usual = new Intl.DisplayNames([regional(language)], { type: 'region' });
  const told = Object.entries(wordsIn(language).countries).filter(([code]) => code !== 'ZZ');
  expect(told.filter(([code, name]) => usual.of(code) !== name).map(([code]) => code)).toEqual(otherNames[language] ?? []);
});

test.each(newLanguages)('W3 %s puts in what English puts in, and nothing else', (language) => {
  const english = leavesOf(shown('en'));
  for (const [path, leaf] of leavesOf(shown(language))) {
    const placeholders = (text: string): readonly string[] => [...new Set(text.match(/#\d/g) ?? [])].toSorted();
    if (typeof leaf === 'function') expect(placeholders(sayLeaf(leaf)), path).toEqual(placeholders(sayLeaf(english.get(path) ?? '')));
    else expect(leaf, path).not.toMatch(/[{}$#]/);
  }
});

test.each([...newLanguages, 'en', 'fr'])('W5 %s tells a noun from another exactly where its plural rules do', (language) => {
  const rules = new Intl.PluralRules(regional(language));
  const { grammar, duration } = wordsIn(language);
  const forms = new Map<string, number>();
  for (let count = 0; count <= 500; count++) {
    const category = rules.select(count);
    const form = grammar.form(count);
    expect(forms.get(category) ?? form, `${count} ${category}`).toBe(form);
    forms.set(category, form);
  }
  expect(new Set(forms.values()).size).toBe(forms.size);
  for (const [unit, nouns] of Object.entries(duration.units)) expect(nouns.length, unit).toBe(forms.size);
});

// 21 days are told as three weeks, so years count 21.
const days: { readonly [language: string]: readonly string[] } = {
  ar: ['يوم واحد', 'يومان', '3 أيام', '5 أيام', '11 يومًا', '20 يومًا', '100 يوم'],
  de: ['1 Tag', '2 Tage', '3 Tage', '5 Tage', '11 Tage', '20 Tage', '100 Tage'],
  es: ['1 día', '2 días', '3 días', '5 días', '11 días', '20 días', '100 días'],
  it: ['1 giorno', '2 giorni', '3 giorni', '5 giorni', '11 giorni', '20 giorni', '100 giorni'],
  nl: ['1 dag', '2 dagen', '3 dagen', '5 dagen', '11 dagen', '20 dagen', '100 dagen'],
  pl: ['1 dzień', '2 dni', '3 dni', '5 dni', '11 dni', '20 dni', '100 dni'],
  pt: ['1 dia', '2 dias', '3 dias', '5 dias', '11 dias', '20 dias', '100 dias'],
};

test.each(newLanguages)('W5 days in %s', (language) => {
  const told = [1, 2, 3, 5, 11, 20, 100].map((count) => describeDuration(count * 86_400, wordsIn(language)));
  expect(told).toEqual(days[language]);
});

const years: { readonly [language: string]: readonly string[] } = {
  ar: ['سنتان', '3 سنوات', '5 سنوات', '11 سنة', '21 سنة', '100 سنة'],
  de: ['2 Jahre', '3 Jahre', '5 Jahre', '11 Jahre', '21 Jahre', '100 Jahre'],
  es: ['2 años', '3 años', '5 años', '11 años', '21 años', '100 años'],
  it: ['2 anni', '3 anni', '5 anni', '11 anni', '21 anni', '100 anni'],
  nl: ['2 jaar', '3 jaar', '5 jaar', '11 jaar', '21 jaar', '100 jaar'],
  pl: ['2 lata', '3 lata', '5 lat', '11 lat', '21 lat', '100 lat'],
  pt: ['2 anos', '3 anos', '5 anos', '11 anos', '21 anos', '100 anos'],
};

test.each(newLanguages)('W5 years in %s', (language) => {
  const told = [2, 3, 5, 11, 21, 100].map((count) => describeDuration(Math.floor(count * 365.25) * 86_400, wordsIn(language)));
  expect(told).toEqual(years[language]);
});

test.each([
  ['ar', '0 ثانية', 'يوم واحد و12 ساعة', 'ساعتان، 3 دقائق وثانية واحدة'],
  ['de', '0 Sekunden', '1 Tag und 12 Stunden', '2 Stunden, 3 Minuten und 1 Sekunde'],
  ['es', '0 segundos', '1 día y 12 horas', '2 horas, 3 minutos y 1 segundo'],
  ['it', '0 secondi', '1 giorno e 12 ore', '2 ore, 3 minuti e 1 secondo'],
  ['nl', '0 seconden', '1 dag en 12 uur', '2 uur, 3 minuten en 1 seconde'],
  ['pl', '0 sekund', '1 dzień i 12 godzin', '2 godziny, 3 minuty i 1 sekunda'],
  ['pt', '0 segundos', '1 dia e 12 horas', '2 horas, 3 minutos e 1 segundo'],
])('W5 none, and a life of several units, in %s', (language, none, two, three) => {
  expect([0, 129_600, 7_381].map((seconds) => describeDuration(seconds, wordsIn(language)))).toEqual([none, two, three]);
});

test.each([
  ['ar', '1 مارس 2026', '23 نوفمبر 2026', '«x»'],
  ['de', '1. März 2026', '23. November 2026', '„x“'],
  ['es', '1 de marzo de 2026', '23 de noviembre de 2026', '«x»'],
  ['it', '1º marzo 2026', '23 novembre 2026', '«x»'],
  ['nl', '1 maart 2026', '23 november 2026', '“x”'],
  ['pl', '1 marca 2026 r.', '23 listopada 2026 r.', '„x”'],
  ['pt', '1 de março de 2026', '23 de novembro de 2026', '“x”'],
])('W6 dates and quotation marks are those of %s', (language, first, later, quoted) => {
  const words = wordsIn(language);
  expect([describeDate('2026-03-01', words), describeDate('2026-11-23', words), words.grammar.quote('x')]).toEqual([first, later, quoted]);
});

test.each(newLanguages)('W6 %s quotes and punctuates in its own way only', (language) => {
  const [open = '', close = ''] = [...wordsIn(language).grammar.quote('')];
  const foreign = [...'"\'„“”«»—'].filter((mark) => mark !== open && mark !== close);
  for (const [path, leaf] of leavesOf(shown(language))) {
    const text = sayLeaf(leaf);
    expect(
      foreign.filter((mark) => text.includes(mark)),
      path,
    ).toEqual([]);
    expect(text.split(open).length, path).toBe(text.split(close).length);
    if (language === 'ar') expect(text, path).not.toMatch(/[,;?]/);
  }
});

test.each(newLanguages)('W7 the policy of a declaration in %s is a page in that language and direction', (language) => {
  expect(checkDeclaration(JSON.parse(JSON.stringify(smallDeclaration)))).toMatchObject({ ok: true });
  expect(checkPolicy(smallDeclaration)).toEqual([]);
  const page = renderPolicyPage(compileView(smallDeclaration, { language }));
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  expect(page).toContain(`<html lang="${language}" dir="${direction}">`);
  expect(page).toContain(`<article class="candor-policy" lang="${language}" dir="${direction}">`);
  expect(page).not.toMatch(/undefined|\[object/);
  const english = [...leavesOf(shown('en')).values()].filter((leaf) => typeof leaf === 'string' && leaf.length > 14);
  expect(english.filter((leaf) => page.includes(sayLeaf(leaf)))).toEqual([]);
});

test.each(newLanguages)('W8 what the text of %s refers to by name is there', (language) => {
  const words = wordsIn(language);
  expect(words.kindsOf.kinds.join(' ')).toContain(words.grammar.quote(words.statistics.heading));
});

// The product's own sentences as a site's: they must be recognised for what they say.
function prose(language: string, ...texts: readonly string[]): Declaration {
  const parts = [{ paragraphs: texts.map((text) => ({ [language]: text })) }];
  return { ...smallDeclaration, languages: [language], policy: { parts } };
}

function only(declaration: Declaration, category: Category): Declaration {
  const purposes = Object.entries(declaration.purposes).filter(([, purpose]) => purpose.category === category);
  const trackers = Object.entries(declaration.trackers).filter(([, tracker]) => purposes.some(([id]) => tracker.purposes.includes(id)));
  const { measurement: _, ...rest } = declaration;
  return { ...rest, purposes: Object.fromEntries(purposes), trackers: Object.fromEntries(trackers) };
}

test.each(['en', 'fr', ...newLanguages])('W9 what a site says of itself in %s is recognised', (language) => {
  const { introduction, whatIs, choices } = wordsIn(language);
  const { statistics, marketing } = introduction.uses;
  const said = [introduction.usesAre(statistics), introduction.usesAre(marketing), ...whatIs.paragraphs, choices.change];
  expect(checkPolicy(prose(language, ...said))).toEqual([]);
  const codes = (declaration: Declaration): readonly string[] =>
    checkPolicy(declaration).map(({ code, severity }) => `${code} ${severity}`);
  expect(codes(only(prose(language, ...said), 'necessary'))).toEqual(['POLICY_X1 error', 'POLICY_X1 error']);
  expect(codes(prose(language, introduction.opening('X')))).toEqual([
    'POLICY_02 warning',
    'POLICY_06 warning',
    'POLICY_X1 warning',
    'POLICY_X1 warning',
  ]);
});

test.each([
  ['ar', 'الإحصاءات مجهولة الهوية، ولذلك لا نطلب موافقتكم.'],
  ['de', 'Die Daten sind anonymisiert, deshalb ist keine Einwilligung nötig.'],
  ['es', 'Los datos son anónimos, por lo que no se pide su consentimiento.'],
  ['it', 'I dati sono anonimi e perciò non serve il consenso.'],
  ['nl', 'De gegevens zijn geanonimiseerd, dus is geen toestemming nodig.'],
  ['pl', 'Dane są anonimowe, dlatego zgoda nie jest potrzebna.'],
  ['pt', 'Os dados são anônimos e por isso o consentimento não é preciso.'],
])('W9 consent tied to anonymity is recognised in %s', (language, sentence) => {
  expect(checkPolicy(prose(language, sentence)).map(({ code }) => code)).toContain('POLICY_03');
});
