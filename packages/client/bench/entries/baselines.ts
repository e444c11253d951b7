// What everything is measured against: the page that asks nothing, and the page whose question is plain markup.
import type { Entry, Fragments, Surroundings } from '../entry.ts';
import { renderPage, renderPlainGated } from '../page.ts';
import { openPage } from '../sites.ts';
import { asked, textFor, title } from '../words.ts';

const nothing = { reject: null, preferences: null, withdraw: null, version: '', kind: 'baseline' } as const;

const style =
  '#static-banner{position:fixed;inset:auto 0 0 0;padding:16px;background:#fff;border-top:1px solid #767676;color:#1b1b1b}' +
  '#static-banner button{min-height:44px;padding:0 16px;font:inherit;background:#fff;color:#1b1b1b;border:2px solid #1b1b1b}';

function renderStatic(surroundings: Surroundings): Fragments {
  const purposes = asked.map(({ name, text }) => `<li><b>${name}</b>. ${text}</li>`).join('');
  const tail = `<section id="static-banner"><h2>${title}</h2><p>${textFor('base')}</p><ul>${purposes}</ul>
<form method="post" action="/answer"><button name="do" value="accept">Accept all</button> <button name="do" value="reject">Reject all</button></form></section>
`;
  return { head: `<style>${style}</style>`, gated: renderPlainGated(surroundings), tail };
}

/** The page without a question; "usable" is when its heading is. */
export function blankPage(surroundings: Surroundings): Entry {
  const page = renderPage({ head: '', gated: renderPlainGated(surroundings), tail: '' });
  return {
    ...nothing,
    name: 'page alone',
    banner: null,
    accept: { selector: 'h1' },
    inserted: async () => [],
    open: () => openPage(page, {}),
  };
}

/** The page with a banner that its server rendered and no script touches. */
export function staticBanner(surroundings: Surroundings): Entry {
  const fragments = renderStatic(surroundings);
  return {
    ...nothing,
    name: 'static banner',
    banner: '#static-banner',
    accept: { selector: '#static-banner button[value=accept]' },
    inserted: async () => [fragments.head + fragments.tail],
    open: () => openPage(renderPage(fragments), {}),
  };
}
