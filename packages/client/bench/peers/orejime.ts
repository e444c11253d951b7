// Orejime: one file with theme and language, a stylesheet, and templates around what waits.
import { gatedFrameUrl, gatedInline, gatedScriptUrl } from '../page.ts';
import { addedService, asked, siteHost, textFor, title, tracePath, traces } from '../words.ts';
import type { Peer } from './peer.ts';
import { script, styles } from './peer.ts';

const cookies = [traces.host, [traces.domain, '/', siteHost], [traces.path, tracePath, siteHost], traces.http];

/** The small and accessible descendant of Klaro. */
export const orejime: Peer = {
  name: 'orejime',
  packages: ['orejime'],
  banner: '.orejime-Banner',
  accept: { selector: '.orejime-Banner button', text: 'Accept' },
  reject: { selector: '.orejime-Banner button', text: 'Decline' },
  preferences: { selector: '.orejime-Modal', open: (page) => page.evaluate('void orejime.prompt()') },
  withdraw: (page) => page.evaluate('void orejime.manager.declineAll()'),
  build: async ({ read, surroundings }, variant) => {
    const purposes = asked.map(({ id, name, text }) => ({ id, title: name, description: text, cookies: id === 'audience' ? cookies : [] }));
    const added = { id: addedService.id, title: addedService.name, description: addedService.text, cookies: [] };
    const config = {
      privacyPolicyUrl: '/cookies/policy',
      purposes: variant === 'material' ? [...purposes, added] : purposes,
      translations: { banner: { title, description: `${textFor(variant)} {purposes}` } },
    };
    return {
      assets: {
        '/peer/orejime-standard-en.js': script(await read('orejime/dist/orejime-standard-en.js')),
        '/peer/orejime-standard.css': styles(await read('orejime/dist/orejime-standard.css')),
      },
      fragments: {
        head: '<link rel="stylesheet" href="/peer/orejime-standard.css">',
        gated: `<template data-purpose="audience"><script>${gatedInline}</script></template>
<template data-purpose="audience"><script src="${gatedScriptUrl(surroundings)}"></script></template>
<template data-purpose="embeds" data-contextual><iframe src="${gatedFrameUrl(surroundings)}" title="Map"></iframe></template>`,
        tail: `<script>window.orejimeConfig = ${JSON.stringify(config)};</script>
<script src="/peer/orejime-standard-en.js"></script>`,
      },
    };
  },
};
