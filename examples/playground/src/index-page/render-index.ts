// The index: a form to choose what stands side by side, and every cell in a frame of its own, with what holds there on arrival.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import { now } from 'candor/system';
import { consentFor } from '../arrival.ts';
import type { Cell } from '../cell.ts';
import { choices, hostOf } from '../cell.ts';
import { declarationFor } from '../declaration.ts';
import { en } from '../words/en.ts';
import { labelOf, modelLabel, reasonLabel } from './labels.ts';
import type { IndexView } from './view.ts';
import { axes, cellsOf, schemes, screens } from './view.ts';

const names: { readonly [K in keyof Cell]: string } = { profile: 'Profile', language: 'Language', theme: 'Theme', state: 'State' };
const plural: { readonly [K in keyof Cell]: string } = {
  profile: 'Every profile',
  language: 'Every language',
  theme: 'Every theme',
  state: 'Every state',
};

type Option = { readonly value: string; readonly label: string };

/** The whole document; `port` is the one it is served at. */
export function renderIndex(view: IndexView, port: number): Html {
  const cells = cellsOf(view);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${plural[view.by]} · Candor playground</title>
<link rel="stylesheet" href="/style.css">
<script src="/form.js" defer></script>
</head>
<body class="width-${view.width} ${view.scheme}">
<header>
<h1>The question, everywhere it is asked</h1>
<p>One small site behind the real guard, under every profile, in every language, theme and state. Each frame is a live page: answer, withdraw, change your mind; what you choose stays in that frame.</p>
<form method="get" action="/">
${renderSelect('by', 'Side by side', view.by, axesOptions)}
${axes.filter((axis) => axis !== view.by).map((axis) => renderSelect(axis, names[axis], view.cell[axis], optionsOf(axis)))}
${renderSelect('width', 'Screen', view.width, widthOptions)}
${renderSelect('scheme', 'Light', view.scheme, schemeOptions)}
<button>Show</button>
</form>
</header>
<main>
<h2>${plural[view.by]} <span>${cells.length}</span></h2>
<div class="grid">
${cells.map((cell) => renderCell(cell, view, port))}</div>
</main>
<footer><p>Forced colours, more contrast and less motion follow your system; the developer tools of a browser can imitate them. Reload to bring every frame back to its state.</p></footer>
</body>
</html>
`;
}

const axesOptions: readonly Option[] = axes.map((axis) => ({ value: axis, label: plural[axis] }));
const widthOptions: readonly Option[] = Object.keys(screens)
  .map((value) => ({ value, label: `${value} pixels` }))
  .reverse();
const schemeOptions: readonly Option[] = schemes.map((value) => ({
  value,
  label: value === 'auto' ? 'As here' : value === 'dark' ? 'Dark' : 'Light',
}));

function optionsOf(axis: keyof Cell): readonly Option[] {
  return choices[axis].map((value) => ({ value, label: labelOf(axis, value) }));
}

function renderSelect(name: string, label: string, chosen: string, options: readonly Option[]): Html {
  return html`<label><span>${label}</span><select name="${name}">${options.map(
    (option) => html`<option value="${option.value}"${option.value === chosen && html` selected`}>${option.label}</option>`,
  )}</select></label>
`;
}

function renderCell(cell: Cell, { by, width }: IndexView, port: number): Html {
  const title = labelOf(by, cell[by]);
  const address = `http://${hostOf(cell)}:${port}/start`;
  const { height = 800 } = screens[width] ?? {};
  return html`<article>
<h3${by === 'language' && html` lang="${cell.language}"`}><bdi>${title}</bdi></h3>
<p>${by === 'profile' ? modelLabel(cell) : `${labelOf('profile', cell.profile)} · ${modelLabel(cell).toLowerCase()}`}</p>
<div class="frame"><iframe src="${address}" title="${title}" width="${width}" height="${height}" loading="lazy"></iframe></div>
${renderConsent(cell)}
<a href="${address}">Open on its own</a>
</article>
`;
}

// The same decision that guard and page take, made here from the same declaration.
function renderConsent(cell: Cell): Html {
  const { purposes, ask } = consentFor(cell, declarationFor(cell), now());
  const entries = Object.entries(purposes).map(([id, { allowed, reason }]) => {
    const name = Object.hasOwn(en.purposes, id) ? en.purposes[id as keyof typeof en.purposes][0] : id;
    return html`<div><dt>${name}</dt><dd class="${allowed ? 'on' : 'off'}">${allowed ? 'On' : 'Off'}, ${reasonLabel(reason)}</dd></div>`;
  });
  return html`<dl>${entries}</dl>
<p class="asked">${ask ? 'The visitor is asked' : 'Nothing is asked'}</p>
`;
}
