// The value of `cookies_preferences`: `1.<at>.<declaration>.<answers>`, all numbers in base 36, for example `1.t5x2k0.3fa9c1d20b7e.1G1-2D1`.
// An answer is number, G(ranted), D(enied) or O(bjected), revision, and `_<at>` where it was given at another time.
// One choice has one text: whatever the encoder would not have written is refused. There is no id in it.
import type { Result } from '../base/result.ts';
import { fail, succeed } from '../base/result.ts';
import type { Answer, Choice } from './types.ts';

/** The name of the cookie that holds the choice. */
export const choiceCookieName = 'cookies_preferences';

const version = '1';
const mostLength = 1024;
const shortIdLength = 12;
const letters = { granted: 'G', denied: 'D', objected: 'O' } as const;
const states: ReadonlyMap<string, Answer['state']> = new Map([
  ['G', 'granted'],
  ['D', 'denied'],
  ['O', 'objected'],
]);

/** The first 12 hex digits of a declaration's id, or the empty string for what is no id. */
export function shortDeclarationId(id: string): string {
  const short = id.slice(0, shortIdLength);
  return /^[0-9a-f]{12}$/.test(short) ? short : '';
}

/** The cookie value of a choice, cookie-octets only. What is no purpose number, revision or time is left out, never written. */
export function encodeChoice(choice: Choice): string {
  const answers = Object.keys(choice.answers)
    .map(Number)
    .filter(isWritable)
    .sort((left, right) => left - right)
    .map((number) => encodeAnswer(number, choice))
    .filter((text) => text !== '');
  return [version, isWritable(choice.at) ? choice.at.toString(36) : '0', shortDeclarationId(choice.declaration), answers.join('-')].join(
    '.',
  );
}

/** Reads what `encodeChoice` wrote and nothing else; fails with `CONSENT_CHOICE_UNREADABLE`. Time and size of the work are bounded. */
export function decodeChoice(value: string): Result<Choice> {
  if (value.length > mostLength) return refuse('is too long');
  const [head, atText, declaration, answersText, ...rest] = value.split('.');
  if (head !== version) return refuse('is of another version');
  const at = decodeNumber(atText);
  if (at === null || declaration === undefined || answersText === undefined || rest.length > 0) return refuse('is not in four parts');
  if (declaration !== '' && shortDeclarationId(declaration) !== declaration) return refuse('names no declaration');
  const answers = decodeAnswers(answersText, at);
  return answers === null ? refuse('holds an unreadable answer') : succeed({ answers, at, declaration });
}

function isWritable(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0 && !Object.is(number, -0);
}

function encodeAnswer(number: number, choice: Choice): string {
  const answer = choice.answers[number];
  if (answer === undefined || !isWritable(answer.revision) || !Object.hasOwn(letters, answer.state)) return '';
  const own = answer.at !== undefined && answer.at !== choice.at && isWritable(answer.at) ? `_${answer.at.toString(36)}` : '';
  return `${number.toString(36)}${letters[answer.state]}${answer.revision.toString(36)}${own}`;
}

function decodeAnswers(text: string, at: number): { readonly [purposeNumber: number]: Answer } | null {
  const answers: { [purposeNumber: number]: Answer } = {};
  let last = -1;
  for (const part of text === '' ? [] : text.split('-')) {
    const fields = /^([0-9a-z]+)([GDO])([0-9a-z]+)(?:_([0-9a-z]+))?$/.exec(part);
    const number = decodeNumber(fields?.[1]);
    const state = states.get(fields?.[2] ?? '');
    const revision = decodeNumber(fields?.[3]);
    // Rising numbers: no answer twice, and one order only.
    if (number === null || state === undefined || revision === null || number <= last) return null;
    last = number;
    if (fields?.[4] === undefined) {
      answers[number] = { state, revision };
      continue;
    }
    const own = decodeNumber(fields[4]);
    if (own === null || own === at) return null;
    answers[number] = { state, revision, at: own };
  }
  return answers;
}

function decodeNumber(text: string | undefined): number | null {
  if (text === undefined || text === '' || text.length > 11) return null;
  const number = Number.parseInt(text, 36);
  return isWritable(number) && number.toString(36) === text ? number : null;
}

function refuse(why: string): Result<never> {
  const message = `The value of "${choiceCookieName}" ${why}`;
  return fail({ code: 'CONSENT_CHOICE_UNREADABLE', path: '', message, hint: 'Treat it as no choice', severity: 'error' });
}
