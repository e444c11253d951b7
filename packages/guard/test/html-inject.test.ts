import { expect, test } from 'vitest';
import { encodeLatin1, joinBytes } from '../src/bytes.ts';
import { createHtmlInjector, createHtmlStream } from '../src/html/inject.ts';

function inject(html: string, afterMeta = false): string {
  const injector = createHtmlInjector({ head: encodeLatin1('[H]'), tail: encodeLatin1('[T]'), afterMeta });
  return Buffer.from(joinBytes([...injector.write(encodeLatin1(html)), ...injector.end()])).toString('latin1');
}

const cases: readonly (readonly [name: string, html: string, expected: string])[] = [
  [
    'an ordinary page',
    '<!doctype html><html><head><title>x</title></head><body>y</body></html>',
    '<!doctype html><html><head>[H]<title>x</title></head><body>y[T]</body></html>',
  ],
  [
    'attributes with > and quotes',
    '<html lang="a>b"><head data-x=\'<head>\' y=">">z<body></body>',
    '<html lang="a>b"><head data-x=\'<head>\' y=">">[H]z<body>[T]</body>',
  ],
  ['upper case', '<HTML><HEAD ></HEAD><BODY></BODY ></HTML>', '<HTML><HEAD >[H]</HEAD><BODY>[T]</BODY ></HTML>'],
  ['no head', '<!DOCTYPE html><body>y', '<!DOCTYPE html>[H]<body>y[T]'],
  ['no html, comment first', '<!-- <head> --><p>hello', '<!-- <head> -->[H]<p>hello[T]'],
  ['bare text', ' \n hello', ' \n [H]hello[T]'],
  ['an empty document', '', '[H][T]'],
  ['only a doctype', '<!doctype html>', '<!doctype html>[H][T]'],
  ['header is not head', '<html><header>x</header></html>', '<html>[H]<header>x</header>[T]</html>'],
  ['a byte-order mark stays first', '\xef\xbb\xbf<head></head>', '\xef\xbb\xbf<head>[H]</head>[T]'],
  ['</body> in a comment', '<head></head><!-- </body> --><p></body>', '<head>[H]</head><!-- </body> --><p>[T]</body>'],
  ['</body> in a script string', '<head></head><script>"</body>"</script></body>', '<head>[H]</head><script>"</body>"</script>[T]</body>'],
  ['</body> in an attribute', '<head></head><p title="</body>"></body>', '<head>[H]</head><p title="</body>">[T]</body>'],
  ['</body> in a textarea', '<head></head><textarea></body></textarea></body>', '<head>[H]</head><textarea></body></textarea>[T]</body>'],
  ['</body> in a template', '<head></head><template></body></template></body>', '<head>[H]</head><template></body></template>[T]</body>'],
  [
    'a script hidden in an escaped script',
    '<head></head><script><!--<script></script></body>--></script></body>',
    '<head>[H]</head><script><!--<script></script></body>--></script>[T]</body>',
  ],
  [
    'an escape that ended',
    '<head></head><script><!-- x --><script></script></body>',
    '<head>[H]</head><script><!-- x --><script></script>[T]</body>',
  ],
  [
    'an escape that closes',
    '<head></head><script><!--</script></body>--></script>',
    '<head>[H]</head><script><!--</script>[T]</body>--></script>',
  ],
  ['<!--> is a whole comment', '<head></head><!--></body>', '<head>[H]</head><!-->[T]</body>'],
  ['<!---> is a whole comment', '<head></head><!---></body>', '<head>[H]</head><!--->[T]</body>'],
  ['<!--!> is not', '<head></head><!--!></body>--></body>', '<head>[H]</head><!--!></body>-->[T]</body>'],
  ['--!> ends a comment', '<head></head><!--a--!></body>', '<head>[H]</head><!--a--!>[T]</body>'],
  ['CDATA in svg', '<head></head><svg><![CDATA[></body>]]></svg></body>', '<head>[H]</head><svg><![CDATA[></body>]]></svg>[T]</body>'],
  ['CDATA in HTML is a comment up to >', '<head></head><![CDATA[></body>]]>', '<head>[H]</head><![CDATA[>[T]</body>]]>'],
  ['a self-closing title in svg', '<head></head><svg><title/></svg></body>', '<head>[H]</head><svg><title/></svg>[T]</body>'],
  [
    'a self-closing script in HTML is open',
    '<head></head><script/></body></script></body>',
    '<head>[H]</head><script/></body></script>[T]</body>',
  ],
  ['a quote in an attribute name opens nothing', '<head></head><p "></body>', '<head>[H]</head><p ">[T]</body>'],
  ['no </body>, but </html>', '<head></head><p></html>', '<head>[H]</head><p>[T]</html>'],
  ['a lone < is text', '<html>a < b</html>', '<html>[H]a < b[T]</html>'],
  ['< at the start is text', '<1', '[H]<1[T]'],
  ['an end tag that begins with no letter', '</ x><head></head>', '</ x><head>[H]</head>[T]'],
  ['plaintext', '<head></head><plaintext></body>', '<head>[H]</head>[T]<plaintext></body>'],
  ['</head> without <head>', '<html></head>', '<html>[H]</head>[T]'],
  ['a very long tag name', `<${'x'.repeat(400)}>`, `[H]<${'x'.repeat(400)}>[T]`],
  ['bytes above 0x7f', '<head></head>\x80\xff\xc3</body>', '<head>[H]</head>\x80\xff\xc3[T]</body>'],
];

for (const [name, html, expected] of cases) {
  test(`G40 the notice is placed where a browser reads it: ${name}`, () => {
    expect(inject(html)).toBe(expected);
  });
}

test('G41 leading meta tags go first where the header names no charset', () => {
  expect(inject('<head> <meta charset=latin1><META name="a"><title>x</title>', true)).toBe(
    '<head> <meta charset=latin1><META name="a">[H]<title>x</title>[T]',
  );
  expect(inject('<head></head>', true)).toBe('<head>[H]</head>[T]');
  expect(inject('<meta charset=utf-8><p>', true)).toBe('[H]<meta charset=utf-8><p>[T]');
});

test('G42 a UTF-16 document passes as it came', async () => {
  const bytes = Buffer.from('\ufeff<html><head></head></html>', 'utf16le');
  const stream = createHtmlStream({ head: encodeLatin1('[H]'), tail: encodeLatin1('[T]'), afterMeta: false });
  for (const byte of bytes) stream.write(Buffer.from([byte]));
  stream.end();
  expect(Buffer.concat(await stream.toArray())).toEqual(bytes);
});

test('G42 a document of one byte still gets both pieces', async () => {
  const stream = createHtmlStream({ head: encodeLatin1('[H]'), tail: encodeLatin1('[T]'), afterMeta: false });
  stream.end(Buffer.from('a'));
  expect(Buffer.concat(await stream.toArray()).toString()).toBe('[H]a[T]');
});
