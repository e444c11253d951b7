// Draws a page that asks about consent, by one technique, in one language, perhaps beside a box that asks something else.
import type { Random } from './random.ts';
import type { Wording } from './wordings.ts';

/** How a question is put on a page. */
export const techniques = [
  'bar',
  'dialog',
  'aria-dialog',
  'popover',
  'open-shadow',
  'closed-shadow',
  'frame',
  'foreign-frame',
  'late',
  'on-scroll',
  'form',
  'layers',
  'layers-toggles',
  'drawn-switches',
  'aria-switches',
  'radios',
  'full-page',
  'divs',
  'delegated',
  'role-links',
  'inputs',
  'icons',
  'split',
  'slotted',
  'redrawn',
  'sliding',
  'shams',
  'two',
  'inline',
  'acknowledge',
] as const;

/** One of them. */
export type Technique = (typeof techniques)[number];

/** What else asks for attention. All mention cookies in their small print. */
export const decoys = ['none', 'newsletter', 'age', 'login', 'language', 'chat'] as const;

/** One of them. */
export type Decoy = (typeof decoys)[number];

/** A page: `expected` is what its controls should have said after each answer, in order; null where there is no such answer. */
export type Drawn = {
  readonly html: string;
  /** What the frame of another host shows. */
  readonly framed: string;
  readonly expected: { readonly accept: string; readonly reject: string | null };
};

type Labels = {
  readonly accept: string;
  readonly reject: string;
  readonly preferences: string;
  readonly save: string;
  readonly acknowledge: string;
};

/** Draws one. */
export function drawBanner(
  technique: Technique,
  decoy: Decoy,
  { wording, random }: { readonly wording: Wording; readonly random: Random },
): Drawn {
  const pick = (list: readonly string[]): string => random.pick([list[0] ?? '', ...list.slice(1)]);
  const labels: Labels = {
    accept: pick(wording.accept),
    reject: pick(wording.reject),
    preferences: pick(wording.preferences),
    save: pick(wording.save),
    acknowledge: pick(wording.acknowledge),
  };
  const hasLang = random.chance(0.6);
  const { body, framed = '', expected = { accept: 'accept', reject: 'reject' } } = draw(technique, { wording, labels, random });
  const html = `<!doctype html><html${hasLang ? ` lang="${wording.language}"` : ''}><meta charset="utf-8"><link rel="icon" href="data:,"><title>Site</title>
<style>${styles}</style><script>${script}</script>
<header><a href="/">Site</a> <a href="/shop">Shop</a> <input type="search" name="q"> <button>Search</button></header>
<main><h1>Lorem ipsum</h1>${filler}${drawDecoy(decoy)}</main>${body}
<footer><a href="/cookies">Cookies</a> <a href="/privacy">Privacy policy</a> <a href="/terms">Terms</a></footer></html>`;
  return { html, framed: `<!doctype html><meta charset="utf-8"><style>${styles}</style><script>${script}</script>${framed}`, expected };
}

const filler = '<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit. <a href="/more">Lorem</a></p>'.repeat(20);

const styles = `body { margin: 0; font: 16px sans-serif } .box { background: #fff; border: 1px solid #999; padding: 1em }
.bottom { position: fixed; bottom: 0; left: 0; right: 0; z-index: 1000 } .middle { position: fixed; top: 20%; left: 20%; width: 50%; z-index: 1000 }
.corner { position: fixed; right: 0; top: 0; width: 300px; z-index: 900 } .press { cursor: pointer; display: inline-block; padding: .5em; background: #036; color: #fff }
.hide { position: absolute; opacity: 0; width: 1px; height: 1px } .switch { display: inline-block; padding: .3em 1em; background: #ddd; cursor: pointer }`;

// Tells what was pressed to the page on top, wherever it was pressed.
const script = `const told = []; window.tell = (what) => { if (window.top === window) told.push(what); else window.top.postMessage({ tell: what }, '*'); };
window.addEventListener('message', (event) => { if (event.data && event.data.tell) told.push(event.data.tell); if (event.data && event.data.close) document.querySelector('iframe')?.remove(); });
window.end = (what, box) => { tell(what); if (window.top === window) box?.remove(); else window.top.postMessage({ close: true }, '*'); };
window.saved = (box) => 'saved ' + [...box.querySelectorAll('input:checked:not(:disabled), [role=switch][aria-checked=true]:not([aria-disabled=true])')].map((one) => one.dataset.purpose ?? one.value).join(' ');`;

function drawDecoy(decoy: Decoy): string {
  const small = '<p><small>This site uses cookies. See our cookie policy and privacy policy.</small></p>';
  switch (decoy) {
    case 'none':
      return '';
    case 'newsletter':
      return `<div class="box corner" role="dialog"><h2>Get 10% off</h2><p>Subscribe to our newsletter for offers.</p><input type="email"><button onclick="tell('decoy')">Subscribe</button><button onclick="tell('decoy')">No thanks</button>${small}</div>`;
    case 'age':
      return `<div class="box corner" role="dialog"><h2>Are you over 18?</h2><p>Please confirm that you are old enough to enter.</p><button onclick="tell('decoy')">Yes, I am over 18</button><button onclick="tell('decoy')">No</button>${small}</div>`;
    case 'login':
      return `<div class="box corner"><h2>Log in</h2><form onsubmit="return false"><input name="user"><input type="password"><button onclick="tell('decoy')">Continue</button></form>${small}</div>`;
    case 'language':
      return `<div class="box corner" role="dialog"><h2>Choose your language</h2><button onclick="tell('decoy')">English</button><button onclick="tell('decoy')">Français</button><button onclick="tell('decoy')">OK</button>${small}</div>`;
    case 'chat':
      return `<div class="box corner"><p>Hello! How can we help you today?</p><textarea></textarea><button onclick="tell('decoy')">Start chat</button><button onclick="tell('decoy')">Close</button>${small}</div>`;
  }
}

type Drawing = { readonly wording: Wording; readonly labels: Labels; readonly random: Random };
type Body = { readonly body: string; readonly framed?: string; readonly expected?: Drawn['expected'] };

function draw(technique: Technique, drawing: Drawing): Body {
  return drawPlace(technique, drawing) ?? drawMaterial(technique, drawing) ?? drawAnswers(technique, drawing);
}

const button = (label: string, deed: string): string =>
  `<button type="button" onclick="end('${deed}', this.closest('.box'))">${label}</button>`;

function words({ wording, random }: Drawing): string {
  return random.chance(0.5) ? `<h2>${wording.title}</h2><p>${wording.text}</p>` : `<p>${wording.text}</p>`;
}

function plain(drawing: Drawing, className = 'box bottom', attributes = ''): string {
  const { labels, random } = drawing;
  const both = [button(labels.accept, 'accept'), button(labels.reject, 'reject')];
  const more = random.chance(0.5) ? button(labels.preferences, 'preferences') : '';
  return `<div class="${className}" ${attributes}>${words(drawing)}<div>${(random.chance(0.5) ? both : both.toReversed()).join(' ')}${more}</div></div>`;
}

const quoted = (html: string): string => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const inScript = (html: string): string => JSON.stringify(html).replaceAll('</', '<\\/');
const insert = (html: string): string => `document.body.insertAdjacentHTML('beforeend', ${inScript(html)})`;

// Where it is and how it comes.
function drawPlace(technique: Technique, drawing: Drawing): Body | null {
  const shadow = (mode: string): string =>
    `<div id="host"></div><script>const root = document.querySelector('#host').attachShadow({ mode: '${mode}' });
root.innerHTML = ${inScript(`<style>${styles}</style>${plain(drawing)}`)};</script>`;
  switch (technique) {
    case 'bar':
      return { body: plain(drawing) };
    case 'dialog':
      return { body: `<dialog class="box">${plain(drawing, '')}</dialog><script>document.querySelector('dialog').showModal()</script>` };
    case 'aria-dialog':
      return {
        body: `<div class="box" style="position:fixed;inset:0;background:#0008;z-index:999">${plain(drawing, 'inner', 'role="dialog" aria-modal="true" style="background:#fff;margin:10% 20%"')}</div>`,
      };
    case 'popover':
      return { body: `${plain(drawing, 'box', 'popover="manual" id="pop"')}<script>document.querySelector('#pop').showPopover()</script>` };
    case 'open-shadow':
      return { body: shadow('open') };
    case 'closed-shadow':
      return { body: shadow('closed') };
    case 'frame':
      return {
        body: `<iframe style="position:fixed;bottom:0;left:0;width:100%;height:260px;border:0" srcdoc="${quoted(`<style>${styles}</style><script>${script}</script>${plain(drawing, 'box')}`)}"></iframe>`,
      };
    case 'foreign-frame':
      return {
        body: '<iframe style="position:fixed;bottom:10px;left:30px;width:80%;height:260px;border:3px solid" src="http://ask.localhost/"></iframe>',
        framed: plain(drawing, 'box'),
      };
    case 'late':
      return { body: `<script>setTimeout(() => ${insert(plain(drawing))}, 900)</script>` };
    case 'on-scroll':
      return {
        body: `<script>addEventListener('scroll', () => ${insert(plain(drawing))}, { once: true })</script><div style="height:2000px"></div>`,
      };
    case 'full-page':
      return { body: plain(drawing, 'box', 'style="position:fixed;inset:0;z-index:99999;background:#fff"') };
    case 'sliding':
      return {
        body: `<style>@keyframes in { from { transform: translateY(300px) } }</style>${plain(drawing, 'box bottom', 'style="animation: in .8s"')}`,
      };
    case 'inline':
      return { body: plain(drawing, 'box') };
    case 'two':
      return { body: `${plain(drawing)}${plain(drawing, 'box middle')}`, expected: { accept: 'accept accept', reject: 'reject reject' } };
    default:
      return null;
  }
}

// What it is made of.
function drawMaterial(technique: Technique, drawing: Drawing): Body | null {
  const { labels } = drawing;
  const box = (controls: string): string => `<div class="box bottom">${words(drawing)}<div>${controls}</div></div>`;
  const deeds = [
    ['accept', labels.accept],
    ['reject', labels.reject],
  ] as const;
  const each = (make: (deed: string, label: string) => string): string => deeds.map(([deed, label]) => make(deed, label)).join(' ');
  switch (technique) {
    case 'divs':
      return { body: box(each((deed, label) => `<div class="press" onclick="end('${deed}', this.closest('.box'))">${label}</div>`)) };
    case 'delegated':
      return {
        body: `${box(each((deed, label) => `<span class="press" data-do="${deed}">${label}</span>`))}<script>document.addEventListener('click', (event) => {
const one = event.target.closest('[data-do]'); if (one) end(one.dataset.do, one.closest('.box')); })</script>`,
      };
    case 'role-links':
      return {
        body: box(
          each((deed, label) => `<a role="button" href="#" onclick="end('${deed}', this.closest('.box')); return false">${label}</a>`),
        ),
      };
    case 'inputs':
      return {
        body: box(
          `<form onsubmit="return false">${each((deed, label) => `<input type="submit" value="${quoted(label)}" onclick="end('${deed}', this.closest('.box'))">`)}</form>`,
        ),
      };
    case 'icons':
      return {
        body: box(
          each(
            (deed, label) =>
              `<button aria-label="${quoted(label)}" style="width:60px;height:40px" onclick="end('${deed}', this.closest('.box'))"><svg width="20" height="20"><circle r="9" cx="10" cy="10"/></svg></button>`,
          ),
        ),
      };
    case 'split':
      return {
        body: box(
          each(
            (deed, label) =>
              `<button onclick="end('${deed}', this.closest('.box'))">${[...label].map((letter) => `<span>${letter}</span>`).join('')}</button>`,
          ),
        ),
      };
    case 'slotted':
      return {
        body: `<script>customElements.define('my-button', class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'closed' }).innerHTML = '<button><slot></slot></button>'; } })</script>${box(
          each((deed, label) => `<my-button onclick="end('${deed}', this.closest('.box'))">${label}</my-button>`),
        )}`,
      };
    case 'redrawn':
      return {
        body: `<div id="spot"></div><script>{ const draw = () => { if (!told.length) document.querySelector('#spot').innerHTML = ${inScript(box(each(named)))}; }; draw(); let left = 8; const timer = setInterval(() => { draw(); left -= 1; if (!left || told.length) clearInterval(timer); }, 150); }</script>`,
      };
    case 'shams':
      // Controls that nobody can see or press.
      return {
        body: box(
          `<button style="display:none" onclick="tell('sham')">${labels.reject}</button><button style="opacity:0" onclick="tell('sham')">${labels.reject}</button><button style="position:absolute;left:-9999px" onclick="tell('sham')">${labels.reject}</button><button style="width:0;height:0;padding:0;border:0;overflow:hidden" onclick="tell('sham')">${labels.reject}</button><button disabled onclick="tell('sham')">${labels.reject}</button><span inert><button onclick="tell('sham')">${labels.reject}</button></span>${each(named)}`.replaceAll(
            'undefined',
            '',
          ),
        ),
      };
    default:
      return null;
  }
}

const named = (deed: string, label: string): string => button(label, deed);

// How the answer is given.
function drawAnswers(technique: Technique, drawing: Drawing): Body {
  const { labels, wording } = drawing;
  const [necessary, ...purposes] = wording.purposes;
  const first = `<div class="box bottom" id="first">${words(drawing)}${button(labels.accept, 'accept')} <button onclick="document.querySelector('#second').hidden = false; this.closest('.box').hidden = true">${labels.preferences}</button></div>`;
  const second = (inner: string): string =>
    `<div class="box middle" id="second" hidden><h2>${wording.title}</h2><p>${wording.text}</p>${inner}</div>`;
  const save = `<button type="button" onclick="end(saved(this.closest('.box')), this.closest('.box'))">${labels.save}</button>`;
  const toggles = (make: (name: string, purpose: string, locked: boolean) => string): string =>
    [make(necessary, 'need', true), ...purposes.map((name, index) => make(name, index === 0 ? 'stat' : 'ads', false))].join('');
  const expected = { accept: 'accept', reject: 'saved ' };
  switch (technique) {
    case 'layers':
      return { body: first + second(`${button(labels.accept, 'accept')}${button(labels.reject, 'reject')}`) };
    case 'layers-toggles':
      return {
        body:
          first +
          second(
            toggles(
              (name, purpose, locked) =>
                `<p><label><input type="checkbox" checked data-purpose="${purpose}" ${locked ? 'disabled' : ''}> ${name}</label></p>`,
            ) + save,
          ),
        expected,
      };
    case 'drawn-switches':
      return {
        body:
          first +
          second(
            toggles(
              (name, purpose, locked) =>
                `<p><input class="hide" type="checkbox" id="${purpose}" checked data-purpose="${purpose}" ${locked ? 'disabled' : ''}><label class="switch" for="${purpose}">${name}</label></p>`,
            ) + save,
          ),
        expected,
      };
    case 'aria-switches':
      return {
        body:
          first +
          second(
            toggles(
              (name, purpose, locked) =>
                `<p>${name} <button role="switch" aria-checked="true" ${locked ? 'aria-disabled="true"' : ''} aria-label="${name}" data-purpose="${purpose}" style="width:40px;height:20px" onclick="this.setAttribute('aria-checked', String(this.getAttribute('aria-checked') !== 'true'))"></button></p>`,
            ) + save,
          ),
        expected,
      };
    case 'radios':
      return {
        body:
          first +
          second(
            purposes
              .map(
                (name, index) =>
                  `<fieldset><legend>${name}</legend><label><input type="radio" name="p${index}" value="yes${index}" checked> ${labels.accept}</label><label><input type="radio" name="p${index}" value="no${index}"> ${labels.reject}</label></fieldset>`,
              )
              .join('') + save,
          ),
        expected: { accept: 'accept', reject: 'saved no0 no1' },
      };
    case 'form':
      return {
        body: `<form class="box" onsubmit="end(saved(this), this); return false">${words(drawing)}${toggles((name, purpose, locked) => `<p><label><input type="checkbox" data-purpose="${purpose}" ${locked ? 'disabled checked' : purpose === 'ads' ? 'checked' : ''}> ${name}</label></p>`)}<button>${labels.save}</button></form>`,
        expected: { accept: 'saved stat ads', reject: 'saved ' },
      };
    default:
      return {
        body: `<div class="box bottom">${words(drawing)}${button(labels.acknowledge, 'accept')}</div>`,
        expected: { accept: 'accept', reject: null },
      };
  }
}
