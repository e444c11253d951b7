// Runs in every frame before the page's own code and reports what is read that tells devices apart, and by whom: what was read, never
// what it was. It only attributes.

import type { RecorderKit } from './recorder-kit.ts';

/** Installs the recorder. */
export function recordProbes(kit: RecorderKit): void {
  const text = String;
  const host = globalThis as unknown as { readonly [name: string]: { readonly prototype?: object } | undefined };
  type Drawing = { letters: { [letter: string]: true }; count: number };
  const weakGet = Function.prototype.call.bind(WeakMap.prototype.get) as (
    map: WeakMap<object, Drawing>,
    key: object,
  ) => Drawing | undefined;
  const weakSet = Function.prototype.call.bind(WeakMap.prototype.set) as (map: WeakMap<object, Drawing>, key: object, one: Drawing) => void;
  const rectOf = Function.prototype.call.bind(Element.prototype.getBoundingClientRect) as (element: Element) => DOMRect;
  const charAt = Function.prototype.call.bind(String.prototype.charAt) as (value: string, at: number) => string;
  const drawings = new WeakMap<object, Drawing>();
  const told: { [key: string]: number } = Object.create(null);
  let left = 400;

  // The same thing read by several scripts is told a few times, not for every read.
  function report(kind: string, detail: string): void {
    const key = `${kind} ${detail}`;
    const times = told[key] ?? 0;
    if (times >= 4 || left <= 0) return;
    told[key] = times + 1;
    left -= 1;
    kit.report('probe', kind, detail);
  }

  const watchMember = (holder: string, name: string, before: (self: unknown, values: unknown[]) => void): void =>
    kit.watchMember(host[holder]?.prototype, name, before);

  function drawingOf(canvas: object): Drawing {
    const drawing = weakGet(drawings, canvas) ?? { letters: Object.create(null), count: 0 };
    weakSet(drawings, canvas, drawing);
    return drawing;
  }

  function draw(self: unknown, values: unknown[]): void {
    const drawing = drawingOf((self as { canvas: object }).canvas);
    const words = text(values[0]);
    for (let at = 0; at < words.length && at < 200; at += 1) {
      const letter = charAt(words, at);
      if (drawing.letters[letter] === true) continue;
      drawing.letters[letter] = true;
      drawing.count += 1;
    }
  }

  // What a reader sees on the page is a picture; what is drawn aside to be read back is a measurement.
  function readBack(canvas: HTMLCanvasElement): void {
    const { count } = drawingOf(canvas);
    if (count < 10 || canvas.width < 16 || canvas.height < 8) return;
    const aside = !(canvas instanceof Element) || !canvas.isConnected || rectOf(canvas).right <= 0 || rectOf(canvas).width === 0;
    if (aside) report('canvas', 'text read back');
  }

  for (const holder of ['CanvasRenderingContext2D', 'OffscreenCanvasRenderingContext2D']) {
    watchMember(holder, 'fillText', draw);
    watchMember(holder, 'strokeText', draw);
    watchMember(holder, 'getImageData', (self) => readBack((self as { canvas: HTMLCanvasElement }).canvas));
    watchMember(holder, 'measureText', (self) => report('fonts', text((self as { font: string }).font)));
  }
  for (const name of ['toDataURL', 'toBlob']) watchMember('HTMLCanvasElement', name, (self) => readBack(self as HTMLCanvasElement));
  watchMember('OffscreenCanvas', 'convertToBlob', (self) => readBack(self as HTMLCanvasElement));
  for (const holder of ['WebGLRenderingContext', 'WebGL2RenderingContext']) {
    watchMember(holder, 'getParameter', (_self, values) => report('webgl', text(values[0])));
    watchMember(holder, 'getSupportedExtensions', () => report('webgl', 'extensions'));
    watchMember(holder, 'getShaderPrecisionFormat', () => report('webgl', 'precision'));
  }
  watchMember('OfflineAudioContext', 'startRendering', () => report('audio', 'rendered aside'));
  watchMember('AudioBuffer', 'getChannelData', () => report('audio', 'samples read'));
  watchMember('AnalyserNode', 'getFloatFrequencyData', () => report('audio', 'frequencies read'));
  for (const name of ['offsetWidth', 'offsetHeight']) {
    watchMember('HTMLElement', name, (self) => {
      const { fontFamily } = (self as HTMLElement).style;
      if (fontFamily !== '') report('fonts', fontFamily);
    });
  }
  const read = {
    Navigator:
      'userAgent platform vendor language languages hardwareConcurrency deviceMemory maxTouchPoints plugins mimeTypes doNotTrack cookieEnabled productSub oscpu webdriver pdfViewerEnabled userAgentData connection getBattery getGamepads javaEnabled',
    Screen: 'width height availWidth availHeight colorDepth pixelDepth orientation',
    MediaDevices: 'enumerateDevices',
    SpeechSynthesis: 'getVoices',
    Permissions: 'query',
    StorageManager: 'estimate',
    Date: 'getTimezoneOffset',
    FontFaceSet: 'check',
  };
  for (const [holder, names] of Object.entries(read)) {
    for (const name of names.split(' ')) watchMember(holder, name, () => report('entropy', `${holder}.${name}`));
  }
  kit.watchMember(Intl.DateTimeFormat.prototype, 'resolvedOptions', () => report('entropy', 'DateTimeFormat.resolvedOptions'));
}
