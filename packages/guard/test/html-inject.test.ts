import { expect, test } from 'vitest';
import { encodeLatin1, joinBytes } from '../src/bytes.ts';
import { PLAIN_CODING } from '../src/html/coding.ts';
import { createHtmlRewriter } from '../src/html/rewrite.ts';
import { createHtmlStream } from '../src/html/stream.ts';
import { placing } from './html-check.ts';

const pieces = { head: encodeLatin1('[H]'), top: encodeLatin1('[B]'), tail: encodeLatin1('[T]') };

function inject(html: string, afterMeta = false): string {
  const injector = createHtmlRewriter(placing({ ...pieces, afterMeta }));
  return Buffer.from(joinBytes([...injector.write(encodeLatin1(html)), ...injector.end()])).toString('latin1');
}

const cases: readonly (readonly [name: string, html: string, expected: string])[] = [
  [
    'an ordinary page',
    '<!doctype html><html><head><title>x</title></head><body>y</body></html>',
    '<!doctype html><html><head>[H]<title>x</title></head><body>[B]y[T]</body></html>',
  ],
  [
    'attributes with > and quotes',
    '<html lang="a>b"><head data-x=\'<head>\' y=">">z<body></body>',
    '<html lang="a>b"><head data-x=\'<head>\' y=">">[H][B]z<body>[T]</body>',
  ],
  ['upper case', '<HTML><HEAD ></HEAD><BODY></BODY ></HTML>', '<HTML><HEAD >[H]</HEAD><BODY>[B][T]</BODY ></HTML>'],
  ['no head', '<!DOCTYPE html><body>y', '<!DOCTYPE html>[H]<body>[B]y[T]'],
  ['no html, comment first', '<!-- <head> --><p>hello', '<!-- <head> -->[H][B]<p>hello[T]'],
  ['bare text', ' \n hello', ' \n [H][B]hello[T]'],
  ['an empty document', '', '[H][B][T]'],
  ['only a doctype', '<!doctype html>', '<!doctype html>[H][B][T]'],
  ['header is not head', '<html><header>x</header></html>', '<html>[H][B]<header>x</header>[T]</html>'],
  ['a byte-order mark stays first', '\xef\xbb\xbf<head></head>', '\xef\xbb\xbf<head>[H]</head>[B][T]'],
  ['</body> in a comment', '<head></head><!-- </body> --><p></body>', '<head>[H]</head><!-- </body> -->[B]<p>[T]</body>'],
  [
    '</body> in a script string',
    '<head></head><script>"</body>"</script></body>',
    '<head>[H]</head><script>"</body>"</script>[B][T]</body>',
  ],
  ['</body> in an attribute', '<head></head><p title="</body>"></body>', '<head>[H]</head>[B]<p title="</body>">[T]</body>'],
  [
    '</body> in a textarea',
    '<head></head><textarea></body></textarea></body>',
    '<head>[H]</head>[B]<textarea></body></textarea>[T]</body>',
  ],
  [
    '</body> in a template',
    '<head></head><template></body></template></body>',
    '<head>[H]</head><template></body></template>[B][T]</body>',
  ],
  [
    'a script hidden in an escaped script',
    '<head></head><script><!--<script></script></body>--></script></body>',
    '<head>[H]</head><script><!--<script></script></body>--></script>[B][T]</body>',
  ],
  [
    'an escape that ended',
    '<head></head><script><!-- x --><script></script></body>',
    '<head>[H]</head><script><!-- x --><script></script>[B][T]</body>',
  ],
  [
    'an escape that closes',
    '<head></head><script><!--</script></body>--></script>',
    '<head>[H]</head><script><!--</script>[B][T]</body>--></script>',
  ],
  ['<!--> is a whole comment', '<head></head><!--></body>', '<head>[H]</head><!-->[B][T]</body>'],
  ['<!---> is a whole comment', '<head></head><!---></body>', '<head>[H]</head><!--->[B][T]</body>'],
  ['<!--!> is not', '<head></head><!--!></body>--></body>', '<head>[H]</head><!--!></body>-->[B][T]</body>'],
  ['--!> ends a comment', '<head></head><!--a--!></body>', '<head>[H]</head><!--a--!>[B][T]</body>'],
  ['CDATA in svg', '<head></head><svg><![CDATA[></body>]]></svg></body>', '<head>[H]</head>[B]<svg><![CDATA[></body>]]></svg>[T]</body>'],
  ['CDATA in HTML is a comment up to >', '<head></head><![CDATA[></body>]]>', '<head>[H]</head><![CDATA[>[B][T]</body>]]>'],
  ['a self-closing title in svg', '<head></head><svg><title/></svg></body>', '<head>[H]</head>[B]<svg><title/></svg>[T]</body>'],
  [
    'a self-closing script in HTML is open',
    '<head></head><script/></body></script></body>',
    '<head>[H]</head><script/></body></script>[B][T]</body>',
  ],
  ['a quote in an attribute name opens nothing', '<head></head><p "></body>', '<head>[H]</head>[B]<p ">[T]</body>'],
  ['no </body>, but </html>', '<head></head><p></html>', '<head>[H]</head>[B]<p>[T]</html>'],
  ['a lone < is text', '<html>a < b</html>', '<html>[H][B]a < b[T]</html>'],
  ['< at the start is text', '<1', '[H][B]<1[T]'],
  ['an end tag that begins with no letter', '</ x><head></head>', '</ x><head>[H]</head>[B][T]'],
  ['plaintext', '<head></head><plaintext></body>', '<head>[H]</head>[B][T]<plaintext></body>'],
  ['</head> without <head>', '<html></head>', '<html>[H]</head>[B][T]'],
  ['a very long tag name', `<${'x'.repeat(400)}>`, `[H][B]<${'x'.repeat(400)}>[T]`],
  ['bytes above 0x7f', '<head></head>\x80\xff\xc3</body>', '<head>[H]</head>[B]\x80\xff\xc3[T]</body>'],
  ['a body with attributes', '<head></head>\n<body class="a>b">y', '<head>[H]</head>\n<body class="a>b">[B]y[T]'],
  [
    'head content after </head>',
    '<head></head><script>1</script><link rel=x><body>y',
    '<head>[H]</head><script>1</script><link rel=x><body>[B]y[T]',
  ],
  ['a template in the head', '<head><template><p>x</template></head><body>y', '<head>[H]<template><p>x</template></head><body>[B]y[T]'],
  [
    'a pixel for no scripts in the head',
    '<head><noscript><img src=p></noscript></head><body>',
    '<head>[H]<noscript><img src=p></noscript></head><body>[B][T]',
  ],
  [
    'text in a noscript in the head',
    '<head><noscript>x</noscript><title>t</title><p>',
    '<head>[H]<noscript>x</noscript><title>t</title>[B]<p>[T]',
  ],
  ['a noscript after the head', '<head></head><noscript>x</noscript><p>', '<head>[H]</head>[B]<noscript>x</noscript><p>[T]'],
  [
    '</body> in a noscript',
    '<head></head><body><noscript></body></noscript></body>',
    '<head>[H]</head><body>[B]<noscript></body></noscript>[T]</body>',
  ],
  ['</br> begins a body', '<head></head></br>x', '<head>[H]</head>[B]</br>x[T]'],
  ['another end tag does not', '<head></head></p></div><body>x', '<head>[H]</head></p></div><body>[B]x[T]'],
  ['a body that is never finished', '<head></head><body cla', '<head>[H]</head><body cla[B][T]'],
];

/** Documents of frames have no body: anything put before the <frameset> would make one, and the frames would be gone. */
const frames: readonly (readonly [html: string, expected: string])[] = [
  [
    '<html><head><title>x</title></head><frameset><frame><noframes><body>x</body></noframes></frameset></html>',
    '<html><head>[H]<title>x</title></head><frameset><frame><noframes><body>x</body></noframes></frameset></html>',
  ],
  ['<FRAMESET></FRAMESET>', '[H]<FRAMESET></FRAMESET>'],
];

for (const [html, expected] of frames) {
  test(`G40 a document of frames stays one: ${html.slice(0, 20)}`, () => expect(inject(html)).toBe(expected));
}

test('G40 <frameset> in a body is no document of frames', () => {
  expect(inject('<p>x<frameset></frameset>')).toBe('[H][B]<p>x<frameset></frameset>[T]');
});

test('G40 what is first in the body goes out with the body, before anything of it has come', () => {
  const injector = createHtmlRewriter(placing({ ...pieces, afterMeta: false }));
  const sent = Buffer.from(joinBytes(injector.write(encodeLatin1('<head></head><body>')))).toString('latin1');
  expect(sent).toBe('<head>[H]</head><body>[B]');
});

for (const [name, html, expected] of cases) {
  test(`G40 the notice is placed where a browser reads it: ${name}`, () => {
    expect(inject(html)).toBe(expected);
  });
}

test('G41 leading meta tags go first where the header names no charset', () => {
  expect(inject('<head> <meta charset=latin1><META name="a"><title>x</title>', true)).toBe(
    '<head> <meta charset=latin1><META name="a">[H]<title>x</title>[B][T]',
  );
  expect(inject('<head></head>', true)).toBe('<head>[H]</head>[B][T]');
  expect(inject('<meta charset=utf-8><p>', true)).toBe('[H]<meta charset=utf-8>[B]<p>[T]');
});

test('G42 a UTF-16 document passes as it came', async () => {
  const bytes = Buffer.from('\ufeff<html><head></head></html>', 'utf16le');
  const stream = createHtmlStream(placing({ ...pieces, afterMeta: false }), PLAIN_CODING);
  for (const byte of bytes) stream.write(Buffer.from([byte]));
  stream.end();
  expect(Buffer.concat(await stream.toArray())).toEqual(bytes);
});

test('G42 a document of one byte still gets all pieces', async () => {
  const stream = createHtmlStream(placing({ ...pieces, afterMeta: false }), PLAIN_CODING);
  stream.end(Buffer.from('a'));
  expect(Buffer.concat(await stream.toArray()).toString()).toBe('[H][B]a[T]');
});
