// What is read and sent rather than kept: fingerprints, recordings, identifiers that travel.
import { html, image, inline, load, mayStill, nothing, picture, redirect, script } from '../answers.ts';
import { createNotice } from '../notice.ts';
import { tellAct, writeCookie } from '../page-scripts.ts';
import { prose } from '../prose.ts';
import type { CorpusRule, CorpusSite, Declared, Move, Routes, SiteParts, Visit } from '../site.ts';
import { site } from '../site.ts';
import { cookie, declare, foreignCookie, loads } from '../things.ts';
import type { CorpusAct } from '../truth.ts';
import type { Variation } from '../variation.ts';

type Behaviour = {
  readonly rule: CorpusRule;
  readonly item?: string;
  readonly act: CorpusAct;
  readonly code: (visit: Visit) => string;
  readonly main?: string;
  readonly declares?: readonly Declared[];
  readonly routes?: Routes;
  readonly moves?: readonly Move[];
};

// Before any answer, and no longer once somebody refuses.
function behaving(v: Variation, { rule, item, act, code, main = '', declares = [], routes = {}, moves = [] }: Behaviour): SiteParts {
  return {
    declares,
    notice: createNotice(v),
    moves,
    routes: { '/': (visit) => html(prose(v) + main + (mayStill(visit) ? inline(`${code(visit)} ${tellAct(visit, act)}`) : '')), ...routes },
    violations:
      item === undefined
        ? [{ rule }]
        : [
            { rule, item },
            { rule: 'R-PRE-3P', item },
          ],
    does: { unasked: [`act ${act}`] },
  };
}

const fingerprint = ['fingerprinting', 'before-consent'] as const;
const send = (v: Variation): string => v.path('/quality');
const sending = (v: Variation, value: string): string => `navigator.sendBeacon('${send(v)}', String(${value}));`;
const receiving = (v: Variation): Routes => ({ [send(v)]: () => nothing() });

const outward = ['identifiers', 'third-party'] as const;

/** Sites of this family. */
export const behaviourSites: readonly CorpusSite[] = [
  site('canvas-read', 'Letters and shapes are drawn out of sight, read back and summed up', fingerprint, (v) =>
    behaving(v, {
      rule: 'R-FP',
      act: 'canvas-read',
      routes: receiving(v),
      code: () => `const board = document.createElement('canvas'); board.width = 240; board.height = 60; const pen = board.getContext('2d');
pen.textBaseline = 'top'; pen.font = '15px Arial'; pen.fillStyle = '#f60'; pen.fillRect(100, 2, 60, 20); pen.fillStyle = '#069'; pen.fillText('Zephyr glib jocks \\u{1F603}', 3, 14);
pen.fillStyle = 'rgba(90, 200, 0, 0.6)'; pen.fillText('Zephyr glib jocks \\u{1F603}', 5, 18); const text = board.toDataURL(); let sum = 0;
for (let at = 0; at < text.length; at++) sum = (sum * 33 + text.charCodeAt(at)) | 0; ${sending(v, 'sum')}`,
    }),
  ),
  site('audio-read', 'A sound that nobody hears is computed and summed up', fingerprint, (v) =>
    behaving(v, {
      rule: 'R-FP',
      act: 'audio-read',
      routes: receiving(v),
      code: () => `const room = new OfflineAudioContext(1, 4410, 44100); const tone = room.createOscillator(); tone.type = 'triangle'; tone.frequency.value = 9000;
const press = room.createDynamicsCompressor(); press.threshold.value = -48; press.ratio.value = 14; tone.connect(press); press.connect(room.destination); tone.start(0);
room.startRendering().then((sound) => { let sum = 0; for (const one of sound.getChannelData(0).slice(2000)) sum += Math.abs(one); ${sending(v, 'sum')} });`,
    }),
  ),
  site('font-list', 'Sixty fonts are tried by the width of a word', fingerprint, (v) =>
    behaving(v, {
      rule: 'R-FP',
      act: 'font-list',
      routes: receiving(v),
      code: () => `const pen = document.createElement('canvas').getContext('2d'); const names = ['Arial', 'Calibri', 'Cambria', 'Candara', 'Consolas', 'Corbel', 'Futura', 'Gill Sans', 'Helvetica Neue', 'Menlo', 'Optima', 'Palatino', 'Segoe UI', 'Tahoma', 'Ubuntu'];
const wide = (font) => { pen.font = '72px ' + font; return pen.measureText('mmmmmmwwwwli').width; }; const found = [];
for (const base of ['serif', 'sans-serif', 'monospace', 'cursive']) for (const name of names) if (wide("'" + name + "', " + base) !== wide(base)) found.push(name);
${sending(v, "found.join(',')")}`,
    }),
  ),
  site('device-reads', 'Twenty properties of the device are read and summed up', fingerprint, (v) =>
    behaving(v, {
      rule: 'R-FP',
      act: 'device-reads',
      routes: receiving(v),
      code: () => `const board = document.createElement('canvas').getContext('webgl'); const about = board?.getExtension('WEBGL_debug_renderer_info');
const facts = [navigator.userAgent, navigator.language, navigator.languages.join(), navigator.hardwareConcurrency, navigator.deviceMemory, navigator.platform, navigator.maxTouchPoints, navigator.pdfViewerEnabled, navigator.plugins.length,
screen.width, screen.height, screen.availWidth, screen.availHeight, screen.colorDepth, devicePixelRatio, new Date().getTimezoneOffset(), Intl.DateTimeFormat().resolvedOptions().timeZone, matchMedia('(prefers-color-scheme: dark)').matches, matchMedia('(any-hover: hover)').matches,
about ? board.getParameter(about.UNMASKED_RENDERER_WEBGL) : '', about ? board.getParameter(about.UNMASKED_VENDOR_WEBGL) : '']; ${sending(v, 'facts.join()')}`,
    }),
  ),
  site('replay', 'The page and every movement on it are sent away', ['session-replay', 'before-consent'], (v) =>
    behaving(v, {
      rule: 'R-LEAK',
      item: v.host('replay'),
      act: 'replay',
      declares: [declare('statistics', loads('replay', 'connect'))],
      routes: { [`replay:${v.path('/in')}`]: () => nothing() },
      moves: [{ mouse: true }],
      code: (
        visit,
      ) => `const kept = []; const flush = () => { if (kept.length > 0) navigator.sendBeacon('${visit.url('replay', v.path('/in'))}', JSON.stringify(kept.splice(0))); };
kept.push({ page: document.documentElement.outerHTML }); flush();
addEventListener('mousemove', (event) => kept.push([event.timeStamp | 0, event.clientX, event.clientY])); addEventListener('scroll', () => kept.push(['s', scrollY]));
new MutationObserver((list) => kept.push(['m', list.length])).observe(document, { subtree: true, childList: true }); setInterval(flush, ${v.delay(500)});`,
    }),
  ),
  site(
    'key-log',
    'What is typed into a field is sent away letter by letter, and nobody pressed a button',
    ['key-logging', 'before-consent'],
    (v) =>
      behaving(v, {
        rule: 'R-LEAK',
        item: v.host('forms'),
        act: 'key-log',
        declares: [declare('statistics', loads('forms', 'connect'))],
        main: `<form><label>E-mail <input id="${v.mark('mail')}" type="email" name="email"></label> <button type="button">Subscribe</button></form>`,
        moves: [{ type: `#${v.mark('mail')}`, text: 'reader@example.com' }],
        routes: { [`forms:${v.path('/k')}`]: () => nothing() },
        code: (visit) =>
          `document.getElementById('${v.mark('mail')}').addEventListener('input', (event) => navigator.sendBeacon('${visit.url('forms', v.path('/k'))}', btoa(event.target.value)));`,
      }),
  ),
  site('hashed-mail', 'An address that is typed goes away as its hash when the field is left', ['personal-data', 'before-consent'], (v) =>
    behaving(v, {
      rule: 'R-LEAK',
      item: v.host('match'),
      act: 'personal-data-sent',
      declares: [declare('marketing', loads('match', 'image'))],
      main: `<form><label>E-mail <input id="${v.mark('mail')}" type="email" name="email"></label></form>`,
      moves: [{ type: `#${v.mark('mail')}`, text: 'reader@example.com' }],
      routes: { [`match:${v.path('/m.gif')}`]: () => picture() },
      code: (visit) => `document.getElementById('${v.mark('mail')}').addEventListener('blur', async (event) => {
const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(event.target.value.trim().toLowerCase()));
new Image().src = '${visit.url('match', v.path('/m.gif'))}?em=' + Array.from(new Uint8Array(hash), (one) => one.toString(16).padStart(2, '0')).join(''); });`,
    }),
  ),
  site('identifier-in-address', 'The number of a first-party cookie goes to another site in an address', outward, (v) => {
    const [seen, place] = [cookie(v.name('cid'), { days: 365 }), v.path('/c.gif')];
    return {
      declares: [declare('statistics', seen), declare('statistics', loads('count', 'image'))],
      notice: createNotice(v),
      sweeps: [seen],
      routes: {
        '/': (visit) => {
          const value = visit.fresh();
          const sent = `new Image().src = '${visit.url('count', place)}?cid=${value}';`;
          return html(
            prose(v) +
              (mayStill(visit) ? inline(`${writeCookie(visit, seen, { value })} ${sent} ${tellAct(visit, 'identifier-sent')}`) : ''),
          );
        },
        [`count:${place}`]: () => picture(),
      },
      violations: [
        { rule: 'R-PRE-STORE', item: seen.name },
        { rule: 'R-PRE-3P', item: v.host('count') },
      ],
      does: { unasked: [`cookie ${seen.name}`, `request ${v.host('count')}`] },
    };
  }),
  site('session-in-address', 'The number of the session goes to another site after a yes', outward, (v) => {
    const [session, place] = [cookie('sessionid', { secure: true }), v.path('/s.gif')];
    return {
      declares: [declare('necessary', session), declare('statistics', loads('count', 'image'))],
      notice: createNotice(v),
      routes: {
        '/': (visit) => {
          const value = visit.cookies.get('sessionid') ?? visit.fresh();
          const leak =
            visit.phase === 'accepted'
              ? image(`${visit.url('count', place)}?sid=${value}`) + inline(tellAct(visit, 'identifier-sent'))
              : '';
          return html(prose(v) + leak, { cookies: [{ ...session, value }] });
        },
        [`count:${place}`]: () => picture(),
      },
      violations: [{ rule: 'R-LEAK', item: v.host('count') }],
      does: { unasked: ['cookie sessionid'], accepted: [`request ${v.host('count')}`, 'act identifier-sent'] },
    };
  }),
  site('cookie-sync', 'Two advertisers tell each other their numbers by a chain of pictures', [...outward, 'cookie-sync'], (v) => {
    const [one, two] = [foreignCookie('bid', v.name('bid_uid'), { days: 365 }), foreignCookie('match', v.name('match_uid'), { days: 365 })];
    const [start, end] = [v.path('/sync'), v.path('/match.gif')];
    return {
      declares: [
        declare('marketing', one),
        declare('marketing', two),
        declare('marketing', loads('bid', 'image')),
        declare('marketing', loads('match', 'image')),
      ],
      notice: createNotice(v),
      routes: {
        '/': (visit) => html(prose(v) + (mayStill(visit) ? image(visit.url('bid', start)) : '')),
        [`bid:${start}`]: (visit) => {
          const value = visit.fresh();
          visit.tell({ kind: 'did', act: 'cookie-sync', host: v.host('bid') });
          return redirect(`${visit.url('match', end)}?partner=7&uid=${value}`, { cookies: [{ ...one, value }] });
        },
        [`match:${end}`]: () => picture({ cookies: [two] }),
      },
      violations: [
        { rule: 'R-PRE-STORE', item: one.name },
        { rule: 'R-PRE-STORE', item: two.name },
        { rule: 'R-PRE-3P', item: v.host('bid') },
        { rule: 'R-PRE-3P', item: v.host('match') },
      ],
      does: { unasked: [`cookie ${one.name}`, `cookie ${two.name}`, 'act cookie-sync'] },
    };
  }),
  site('decorated-links', 'Links to another site carry the visitor’s number', [...outward, 'link-decoration'], (v) => {
    const [seen, place] = [cookie(v.name('lid'), { days: 90 }), v.path('/offer')];
    return {
      declares: [declare('marketing', seen)],
      notice: createNotice(v),
      sweeps: [seen],
      routes: {
        '/': (visit) => {
          const value = visit.fresh();
          const code = `${writeCookie(visit, seen, { value })} for (const link of document.querySelectorAll('a[data-out]')) link.search = '?clid=${value}'; ${tellAct(visit, 'link-decoration')}`;
          return html(
            `${prose(v)}<p><a data-out href="${visit.url('partner', place)}">Our partner</a></p>${mayStill(visit) ? inline(code) : ''}`,
          );
        },
        [`partner:${place}`]: () => html('<p>Welcome.</p>'),
      },
      violations: [{ rule: 'R-PRE-STORE', item: seen.name }],
      does: { unasked: [`cookie ${seen.name}`, 'act link-decoration'], accepted: [`cookie ${seen.name}`] },
    };
  }),
  site('bounce', 'A link of the site goes by way of another site, which sets its cookie in passing', [...outward, 'bounce'], (v) => {
    const [seen, link, hop, end] = [
      foreignCookie('clicks', v.name('click_id'), { days: 30 }),
      v.mark('news'),
      v.path('/go'),
      v.path('/news'),
    ];
    return {
      declares: [declare('marketing', seen), declare('marketing', loads('clicks', 'frame'))],
      notice: createNotice(v),
      moves: [{ click: `#${link}` }],
      routes: {
        '/': (visit) => html(`${prose(v)}<p><a id="${link}" href="${mayStill(visit) ? `${visit.url('clicks', hop)}` : end}">News</a></p>`),
        [`clicks:${hop}`]: (visit) => {
          visit.tell({ kind: 'did', act: 'bounce', host: v.host('clicks') });
          return redirect(visit.url('', end), { cookies: [seen] });
        },
        [end]: () => html('<h1>News</h1><p>Nothing new.</p>'),
      },
      violations: [{ rule: 'R-PRE-STORE', item: seen.name }],
      does: { unasked: [`cookie ${seen.name}`, 'act bounce'] },
    };
  }),
  site('written-by-vendor', 'A script of another site sets a first-party cookie and reports its number', [...outward, 'cookie'], (v) => {
    const [seen, tag, hit] = [cookie(v.name('vendor'), { days: 390 }), v.path('/tag.js'), v.path('/hit')];
    return {
      declares: [declare('statistics', seen), declare('statistics', loads('vendor', 'script', 'connect'))],
      notice: createNotice(v),
      sweeps: [seen],
      routes: {
        '/': (visit) => html(prose(v) + (mayStill(visit) ? load(visit.url('vendor', tag)) : '')),
        [`vendor:${tag}`]: (visit) => {
          const value = visit.fresh();
          return script(
            `(() => { ${writeCookie(visit, seen, { value })} fetch('${visit.url('vendor', hit)}', { method: 'POST', body: JSON.stringify({ id: '${value}' }), keepalive: true }); })();`,
          );
        },
        [`vendor:${hit}`]: () => nothing(),
      },
      violations: [
        { rule: 'R-PRE-STORE', item: seen.name },
        { rule: 'R-PRE-3P', item: v.host('vendor') },
      ],
      does: { unasked: [`cookie ${seen.name}`, `request ${v.host('vendor')}`], accepted: [`cookie ${seen.name}`] },
    };
  }),
];
