// Documents that try to be read in two ways: markup that loads, among everything that hides markup from a reader or shows it to one.

/** Numbers that look random and come again with the same seed. */
export type Dice = { below(limit: number): number; pick<T>(from: readonly T[]): T };

/** Dice for one document. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number => next() % limit;
  return {
    below,
    pick: (from) => {
      const picked = from[below(from.length)];
      if (picked === undefined) throw new Error('There is nothing to pick from');
      return picked;
    },
  };
}

const spellings: readonly ((address: string) => string)[] = [
  (address) => address,
  (address) => address,
  (address) => address.replace('h', '&#104;'),
  (address) => address.replace('://', '&colon;&sol;&#x2f;'),
  (address) => address.replace('tt', 't\tt'),
  (address) => address.replace('://', ':/\n/'),
  (address) => address.replace('http://', '//'),
  (address) => address.replace('http://', '\\\\'),
  (address) => address.replace('http://', '/\\'),
  (address) => ` ${address} `,
  (address) => `\x01${address}`,
  (address) => address.replace('http', 'HTTP'),
  (address) => address.replace('http://', 'http:\\/'),
  (address) => address.replace('http://', 'http://user@'),
  (address) => address.replace('foreign', 'FOREIGN'),
  (address) => address.replace('foreign', 'fo&shy;reign'),
  (address) => address.replace('foreign', '%66oreign'),
];

/** An attribute in one of the ways it can be written. */
function attribute(dice: Dice, name: string, value: string): string {
  const spelled = dice.below(3) === 0 ? name.toUpperCase() : name;
  const equals = dice.pick(['=', '=', ' = ', '\n=\t']);
  if (!/["]/.test(value) && dice.below(2) === 0) return `${spelled}${equals}"${value}"`;
  if (!value.includes("'") && dice.below(2) === 0) return `${spelled}${equals}'${value}'`;
  if (value !== '' && !/[\s"'<>`=]/.test(value)) return `${spelled}${equals}${value}${dice.pick([' ', '\n'])}`;
  return value.includes('"') ? `${spelled}='${value}'` : `${spelled}="${value}"`;
}

const noise = ['title="a>b"', "x='\">'", 'alt=x', 'hidden', '/', '"', 'a=b/', 'x=">"', '=', "class='<p>'", 'data-x="&quot;>"', "q='a\"b'"];

function tag(dice: Dice, name: string, attributes: readonly string[]): string {
  const spelled = dice.below(4) === 0 ? name.toUpperCase() : name;
  const all = attributes.flatMap((given) => (dice.below(4) === 0 ? [dice.pick(noise), given] : [given]));
  const end = dice.below(5) === 0 ? ' /' : '';
  return `<${spelled}${all.map((given) => dice.pick([' ', ' ', '\n', '/', '\t']) + given).join('')}${end}>`;
}

/** Writes an address of the foreign host; each is another. */
export type Address = () => string;

function loading(dice: Dice, foreign: Address): string {
  const spell = (): string => dice.pick(spellings)(foreign());
  const at = (name: string): string => attribute(dice, name, spell());
  const twice = (name: string): readonly string[] =>
    dice.below(6) === 0 ? [at(name), `${name}=/own`] : dice.below(8) === 0 ? [`${name}=/own`, at(name)] : [at(name)];
  const rel = (relation: string): string =>
    attribute(dice, 'rel', dice.pick([relation, relation, `x ${relation}`, relation.toUpperCase(), `${relation.replace('e', '&#101;')}`]));
  switch (dice.below(22)) {
    case 0:
      return tag(dice, 'img', twice('src'));
    case 1:
      return tag(dice, 'img', [attribute(dice, 'srcset', `/own 1x, ${foreign()} 2x`)]);
    case 2:
      return `${tag(dice, 'script', twice('src'))}</script>`;
    case 3:
      return `${tag(dice, 'iframe', twice('src'))}</iframe>`;
    case 4:
      return tag(dice, 'link', [rel('stylesheet'), at('href')]);
    case 5:
    case 6:
      return tag(dice, 'link', [rel(dice.pick(['preconnect', 'dns-prefetch', 'prefetch', 'modulepreload', 'icon'])), at('href')]);
    case 7:
      return tag(dice, 'link', [rel('preload'), attribute(dice, 'as', dice.pick(['image', 'script', 'style', 'font'])), at('href')]);
    case 8:
      return tag(dice, 'link', [rel('preload'), 'as=image', attribute(dice, 'imagesrcset', `${foreign()} 1x`)]);
    case 9:
      return tag(dice, 'meta', [
        attribute(dice, 'http-equiv', dice.pick(['refresh', 'REFRESH', '&#114;efresh'])),
        attribute(dice, 'content', `${dice.pick(['0', '0.5', ' 0 '])}${dice.pick([';', ',', '; url=', ';URL = ', "; url='"])}${spell()}`),
      ]);
    case 10:
      return `${tag(dice, 'video', [at('src'), at('poster')])}</video>`;
    case 11:
      return `${tag(dice, 'audio', ['preload=auto', at('src')])}</audio>`;
    case 12:
      return `<video>${tag(dice, 'source', [at('src')])}${tag(dice, 'track', ['default', at('src')])}</video>`;
    case 13:
      return `<picture>${tag(dice, 'source', [attribute(dice, 'srcset', foreign())])}<img src=/own></picture>`;
    case 14:
      return tag(dice, 'embed', [at('src')]);
    case 15:
      return `<svg>${tag(dice, 'image', ['width=9', 'height=9', at(dice.pick(['href', 'xlink:href']))])}</svg>`;
    case 16:
      return `${tag(dice, 'script', [attribute(dice, 'type', dice.pick(['speculationrules', 'SpeculationRules', ' speculationrules']))])}{"prefetch":[{"urls":["${foreign()}"],"eagerness":"immediate"}]}</script>`;
    case 17:
      return tag(dice, 'input', ['type=image', at('src')]);
    case 18:
      return `<iframe ${attribute(dice, 'srcdoc', `&lt;img src=${foreign()}&gt;<link rel=preconnect href=&quot;${foreign()}&quot;>`)}></iframe>`;
    case 19:
      return tag(dice, 'image', twice('src'));
    case 20:
      return `${tag(dice, 'script', [attribute(dice, 'type', dice.pick(['module', 'text/javascript', ''])), at('src')])}</script>`;
    default:
      return `${tag(dice, 'object', [at('data')])}</object>`;
  }
}

const hiding: readonly string[] = [
  '<!--',
  '-->',
  '--!>',
  '<!-->',
  '<!--->',
  '<!--!>',
  '<!- ',
  '<![CDATA[',
  ']]>',
  '<!x>',
  '<?x',
  '</ x>',
  '</>',
  '<',
  '</',
  '>',
  '"',
  "'",
  '<p title="',
  "<p title='",
  '<a x=',
  '<textarea>',
  '</textarea>',
  '<title>',
  '</title>',
  '<style>',
  '</style>',
  '<xmp>',
  '</xmp>',
  '<noembed>',
  '</noembed>',
  '<noframes>',
  '</noframes>',
  '<iframe>',
  '</iframe>',
  '<script type=x>',
  '<script type=x><!--',
  '<script type=x><!--<script>',
  '</script>',
  '</script >',
  '</SCRIPT/>',
  '<noscript>',
  '</noscript>',
  '<template>',
  '</template>',
  '<svg>',
  '</svg>',
  '<svg/>',
  '<g>',
  '</g>',
  '<desc>',
  '</desc>',
  '<foreignObject>',
  '</foreignObject>',
  '<math>',
  '</math>',
  '<mi>',
  '</mi>',
  '<mglyph>',
  '<annotation-xml encoding="text/html">',
  '</annotation-xml>',
  '<font color=x>',
  '<font>',
  '<div>',
  '</div>',
  '<p>',
  '</p>',
  '<b>',
  '</b>',
  '<table>',
  '<tr>',
  '<td>',
  '</table>',
  '</br>',
  '<br/>',
  'text',
  ' ',
  '\0',
  '<\0p>',
  '<scr\0ipt>',
  '&lt;img&gt;',
];

/** What only a document that goes on without an end can hold. */
const final = ['<plaintext>', '<!--', '<textarea>', '<p title="', '<svg><![CDATA['];

/** A fragment of a body: some things that load, between things that hide them. */
export function writeFragment(dice: Dice, foreign: Address): string {
  const parts: string[] = [];
  for (let left = 2 + dice.below(10); left > 0; left -= 1) parts.push(dice.below(3) === 0 ? loading(dice, foreign) : dice.pick(hiding));
  if (dice.below(12) === 0) parts.push(dice.pick(final), loading(dice, foreign));
  return parts.join('');
}
