import { referenceDeclaration } from '@candor/testkit';
import { expect, test } from 'vitest';
import { identifyDeclaration } from '../../src/declaration/identify.ts';
import type { ProfileId } from '../../src/declaration/types.ts';
import { compileNotice } from '../../src/notice/compile-notice.ts';
import type { NoticeView } from '../../src/notice/view.ts';
import { compilePageWords } from '../../src/page/page-words.ts';

const declaration = referenceDeclaration();

function noticeFor(profile: ProfileId): NoticeView {
  const notice = compileNotice(declaration, { language: 'en', profile, declarationId: identifyDeclaration(declaration) });
  if (!notice.ok) throw new Error(notice.issues[0]?.message);
  return notice.value;
}

test('S5 the words of a page are those of its notice, with the purposes that wait for a yes', () => {
  const notice = noticeFor('eu-base');
  const words = compilePageWords(notice, '/centre.css');
  const { allow, saved, failed, receipt, close } = notice.labels;
  expect(words).toMatchObject({ allow, saved, failed, receipt, close, preferencesStyles: '/centre.css' });
  const asked = notice.purposes.filter(({ choice }) => choice === 'ask');
  expect(asked.length).toBeGreaterThan(0);
  expect(Object.entries(words.purposes)).toEqual(asked.map(({ id, name, text }) => [id, `${name}. ${text}`]));
});

test('S5 the signal is called honoured only where it changes something', () => {
  const notice = noticeFor('eu-base');
  expect(compilePageWords({ ...notice, honoursGpc: true }, '').gpc).toBe(notice.texts.gpc);
  expect(compilePageWords({ ...notice, honoursGpc: false }, '').gpc).toBe('');
});

test('S5 without a notice nothing is said', () => {
  expect(compilePageWords(null, '/centre.css')).toEqual({
    ...{ allow: '', saved: '', failed: '', receipt: '', close: '', gpc: '', purposes: {} },
    preferencesStyles: '/centre.css',
  });
});
