// Ways to the tracker by elements: what a browser loads because it is in the page.
import type { Probe } from './probe.ts';
import { siteNonce } from './probe.ts';

const stopped = { alone: 'stopped', guarded: 'stopped' } as const;
const through = { alone: 'through', guarded: 'stopped' } as const;
const noncePolicy = `script-src 'nonce-${siteNonce}' 'self'`;

/** Scripts, images, media, frames, and links. */
export const elementEgress: readonly Probe[] = [
  {
    id: 'script-inserted',
    what: 'script, `src` as an attribute',
    run: ({ at }) => {
      const script = document.createElement('script');
      script.setAttribute('src', at);
      document.body.append(script);
    },
    ...stopped,
  },
  {
    id: 'script-written',
    what: 'script, `document.write`',
    run: ({ at }) => document.write(`<script src="${at}"></${'script'}>`),
    ...stopped,
  },
  {
    id: 'script-nonce-copied',
    what: "script with the site's own nonce copied",
    policy: noncePolicy,
    run: ({ at }) => {
      const script = document.createElement('script');
      script.nonce = document.currentScript?.nonce ?? '';
      script.src = at;
      document.body.append(script);
    },
    ...stopped,
  },
  {
    id: 'script-attribute-node',
    what: 'script, `src` as an attribute node',
    run: ({ at }) => {
      const source = document.createAttribute('src');
      source.value = at;
      const script = document.createElement('script');
      script.setAttributeNode(source);
      document.body.append(script);
    },
    ...stopped,
  },
  {
    id: 'module-imported',
    what: 'an inline module that imports, with the nonce copied',
    policy: noncePolicy,
    run: ({ at }) => {
      const script = document.createElement('script');
      script.type = 'module';
      script.nonce = document.currentScript?.nonce ?? '';
      script.textContent = `import ${JSON.stringify(at)}`;
      document.body.append(script);
    },
    ...through,
    closedBy: '`script-src` by host',
  },
  { id: 'import', what: '`import()`', run: '({ at }) => import(at)', ...through, closedBy: '`script-src` by host' },
  {
    id: 'img-attribute',
    what: 'image, `src` as an attribute',
    run: ({ at }) => document.createElement('img').setAttribute('src', at),
    ...stopped,
  },
  {
    id: 'img-srcset',
    what: 'image, `srcset`',
    run: ({ at }) => {
      const image = document.body.appendChild(document.createElement('img'));
      image.srcset = `/none.gif 3x, ${at} 1x`;
    },
    ...stopped,
  },
  {
    id: 'img-markup',
    what: 'image, `innerHTML` of an element that is nowhere',
    run: ({ at }) => {
      document.createElement('div').innerHTML = `<img src="${at}">`;
    },
    ...stopped,
  },
  {
    id: 'img-fragment',
    what: 'image, `createContextualFragment`',
    run: ({ at }) => document.createRange().createContextualFragment(`<img src="${at}">`),
    ...stopped,
  },
  {
    id: 'img-shadow',
    what: 'image, `innerHTML` of a shadow root',
    run: ({ at }) => {
      const host = document.body.appendChild(document.createElement('div'));
      host.attachShadow({ mode: 'closed' }).innerHTML = `<img src="${at}">`;
    },
    ...stopped,
  },
  {
    id: 'img-attribute-value',
    what: 'image, the value of its attribute node',
    run: ({ at }) => {
      const image = document.body.appendChild(document.createElement('img'));
      image.setAttribute('src', 'data:,');
      const source = image.getAttributeNode('src');
      if (source) source.value = at;
    },
    ...through,
    closedBy: '`img-src`',
  },
  {
    id: 'img-redirect',
    what: 'image of the site that leads on to the tracker',
    run: ({ away }) => {
      new Image().src = away;
    },
    ...through,
    closedBy: '`img-src`',
  },
  {
    id: 'picture',
    what: 'a `<source>` of a `<picture>`',
    run: ({ at }) => {
      const source = Object.assign(document.createElement('source'), { srcset: at });
      const picture = document.createElement('picture');
      picture.append(source, document.createElement('img'));
      document.body.append(picture);
    },
    ...stopped,
  },
  {
    id: 'svg-image',
    what: 'an image in SVG',
    run: ({ at }) => {
      const svg = 'http://www.w3.org/2000/svg';
      const root = document.body.appendChild(document.createElementNS(svg, 'svg'));
      root.appendChild(document.createElementNS(svg, 'image')).setAttribute('href', at);
    },
    ...stopped,
  },
  {
    id: 'svg-image-animated',
    what: 'an image in SVG, `href.baseVal`',
    run: ({ at }) => {
      const svg = 'http://www.w3.org/2000/svg';
      const root = document.body.appendChild(document.createElementNS(svg, 'svg'));
      root.appendChild(document.createElementNS(svg, 'image')).href.baseVal = at;
    },
    ...through,
    closedBy: '`img-src`',
  },
  {
    id: 'input-image',
    what: 'an `<input type="image">`',
    run: ({ at }) => document.body.append(Object.assign(document.createElement('input'), { type: 'image', src: at })),
    ...stopped,
  },
  {
    id: 'background-attribute',
    what: 'the `background` attribute of a body or table',
    run: ({ at }) => document.body.setAttribute('background', at),
    ...through,
    closedBy: '`img-src`',
  },
  {
    id: 'video',
    what: 'video',
    run: ({ at }) => document.body.append(Object.assign(document.createElement('video'), { preload: 'auto', src: at })),
    ...stopped,
  },
  {
    id: 'video-poster',
    what: 'the poster of a video',
    run: ({ at }) => document.body.append(Object.assign(document.createElement('video'), { poster: at })),
    ...stopped,
  },
  {
    id: 'audio',
    what: '`new Audio(address)`',
    run: ({ at }) => new Audio(at).load(),
    ...through,
    closedBy: '`media-src`',
  },
  {
    id: 'frame-attribute',
    what: 'frame, `src` as an attribute',
    run: ({ at }) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('src', at);
      document.body.append(frame);
    },
    ...stopped,
  },
  {
    id: 'frame-srcdoc-image',
    what: 'an image in `srcdoc`',
    run: ({ at }) => {
      const frame = document.createElement('iframe');
      frame.srcdoc = `<img src="${at}">`;
      document.body.append(frame);
    },
    ...stopped,
  },
  {
    id: 'frame-location',
    what: 'the location of an empty frame',
    run: ({ at }) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.contentWindow?.location.replace(at);
    },
    ...through,
    closedBy: '`frame-src`',
  },
  {
    id: 'object',
    what: '`<object>`',
    run: ({ at }) => document.body.append(Object.assign(document.createElement('object'), { type: 'text/html', data: at })),
    ...stopped,
  },
  {
    id: 'embed',
    what: '`<embed>`',
    run: ({ at }) => document.body.append(Object.assign(document.createElement('embed'), { type: 'text/html', src: at })),
    ...stopped,
  },
  {
    id: 'link-stylesheet',
    what: 'a stylesheet',
    run: ({ at }) => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: at })),
    ...stopped,
  },
  {
    id: 'link-stylesheet-later',
    what: 'a link that is made a stylesheet after it has its address',
    run: ({ at }) => {
      const link = document.head.appendChild(Object.assign(document.createElement('link'), { href: at }));
      link.rel = 'stylesheet';
    },
    ...through,
    closedBy: '`style-src`',
  },
  {
    id: 'link-icon',
    what: 'an icon',
    run: ({ at }) => document.head.append(Object.assign(document.createElement('link'), { rel: 'icon', href: at })),
    ...stopped,
  },
  {
    id: 'link-prefetch',
    what: '`rel=prefetch`',
    run: ({ at }) => document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: at })),
    ...stopped,
  },
  {
    id: 'link-preload',
    what: '`rel=preload`',
    run: ({ at }) => document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'image', href: at })),
    ...stopped,
  },
  {
    id: 'link-modulepreload',
    what: '`rel=modulepreload`',
    run: ({ at }) => document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: at })),
    ...stopped,
  },
  {
    id: 'link-preconnect',
    what: '`rel=preconnect`',
    run: ({ socket }) => document.head.append(Object.assign(document.createElement('link'), { rel: 'preconnect', href: socket })),
    ...stopped,
  },
  {
    id: 'link-preconnect-later',
    what: 'a link that is made `preconnect` after it has its address',
    run: ({ socket }) => {
      const link = document.head.appendChild(Object.assign(document.createElement('link'), { href: socket }));
      link.rel = 'preconnect';
    },
    alone: 'through',
    guarded: 'through',
    closedBy: 'nothing: no directive binds it. The tracker learns the address of the device, and nothing of the page',
  },
];
