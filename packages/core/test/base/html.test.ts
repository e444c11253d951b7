import { expect, test } from 'vitest';
import { html, renderHtml, unescapedHtml } from '../../src/base/html.ts';

test('B10 strings are escaped for text and for quoted attributes', () => {
  const hostile = `"><script>alert('1')</script>&amp;`;
  expect(renderHtml(html`<a title="${hostile}">${hostile}</a>`)).toBe(
    '<a title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;">' +
      '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;</a>',
  );
});

test('B10 markup passes, arrays are joined, nothing prints nothing', () => {
  const items = ['<', 'b'].map((text) => html`<li>${text}</li>`);
  expect(renderHtml(html`<ul>${items}</ul>${null}${undefined}${false}${0}${[]}`)).toBe('<ul><li>&lt;</li><li>b</li></ul>0');
  expect(renderHtml(html`${unescapedHtml('<br>')}${[['<'], html`<hr>`]}`)).toBe('<br>&lt;<hr>');
});
