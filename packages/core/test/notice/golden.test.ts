import { test } from 'vitest';
import { renderHtml } from '../../src/base/html.ts';
import { renderBanner, renderWayBack } from '../../src/notice/render-banner.ts';
import { renderPreferences } from '../../src/notice/render-preferences.ts';
import { renderNoticeStyles } from '../../src/notice/styles.ts';
import { expectFile } from '../policy/match-file.ts';
import { forms, stateOf, viewOf } from './compile-view.ts';

for (const language of ['en', 'fr']) {
  const view = viewOf({ language });
  test(`N1 banner, way back and preferences come out in ${language}, with their view`, () => {
    expectFile(`notice.${language}.json`, `${JSON.stringify(view, null, 2)}\n`);
    expectFile(
      `notice.${language}.banner.html`,
      `${renderHtml(renderBanner(view, { ...forms, gpc: true }))}\n${renderHtml(renderWayBack(view))}\n`,
    );
    expectFile(
      `notice.${language}.preferences.html`,
      `${renderHtml(renderPreferences(view, { ...forms, state: stateOf({ 3: 'granted', 5: 'denied' }) }))}\n`,
    );
  });
}

test('N1 the styles come out', () => {
  expectFile('notice.css', renderNoticeStyles('default'));
});
