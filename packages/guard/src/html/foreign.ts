// SVG and MathML in a document: while one is open, the same bytes are read by other rules. <style> and <script> are no raw text there,
// <![CDATA[ is, and some tags of HTML lead out again. Follows the open elements from the first <svg> or <math> on.

type Frame = { readonly name: string; readonly kind: 'html' | 'svg' | 'math'; readonly integration: 'html' | 'text' | null };

/** The open elements of foreign content; empty outside. Names are lower case. */
export type Foreign = {
  /** Whether anything foreign is open, integration points included. */
  isOpen(): boolean;
  /** Whether the innermost element is foreign, so that `<![CDATA[` is one. */
  isInnermost(): boolean;
  /** A start tag; true when it is an element of HTML. */
  open(name: string, tag: StartTag): boolean;
  close(name: string): void;
  /** Whether an end tag inside a drawing may have ended something around it: then nobody knows without the whole tree. */
  isUnsure(): boolean;
};

/** What a start tag says beyond its name. */
export type StartTag = { readonly selfClosing: boolean; attribute(name: string): string | null };

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Tags that lead out of foreign content. */
const BREAKOUT = words(
  'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var',
);
const VOID = words('area base basefont bgsound br col embed hr img image input keygen link meta param source track wbr');
const IGNORED = words('html head body frame frameset caption colgroup tbody tfoot thead tr td th');
const RAW = words('script style textarea title xmp iframe noembed noframes noscript');
const SPECIAL = words(
  'address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext pre script search section select source style summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp',
);
const CLOSES_P = words(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li dd dt listing main menu nav ol p plaintext pre search section summary ul xmp',
);
const FORMATTING = words('a b big code em font i nobr s small strike strong tt u');
const MATH_TEXT = words('mi mo mn ms mtext');
/** As deep as browsers go. */
const DEEPEST = 512;
const SVG_HTML = words('foreignobject desc title');

function push(frames: Frame[], frame: Frame): void {
  if (frames.length < DEEPEST) frames.push(frame);
}

function popForeign(frames: Frame[]): void {
  for (let last = frames.at(-1); last !== undefined && last.kind !== 'html' && last.integration === null; last = frames.at(-1))
    frames.pop();
}

function integrationOf(name: string, kind: 'svg' | 'math', tag: StartTag): Frame['integration'] {
  if (kind === 'svg') return SVG_HTML.has(name) ? 'html' : null;
  if (MATH_TEXT.has(name)) return 'text';
  const encoding = name === 'annotation-xml' ? tag.attribute('encoding')?.toLowerCase() : undefined;
  return encoding === 'text/html' || encoding === 'application/xhtml+xml' ? 'html' : null;
}

function leadsOut(name: string, tag: StartTag): boolean {
  return BREAKOUT.has(name) || (name === 'font' && ['color', 'face', 'size'].some((attribute) => tag.attribute(attribute) !== null));
}

/** How far up the open elements of HTML an end tag reaches; -1 where it closes nothing. */
function closingIndex(frames: readonly Frame[], name: string): number {
  const blocks = SPECIAL.has(name) || FORMATTING.has(name);
  for (let index = frames.length - 1; index >= 0; index -= 1) {
    const frame = frames[index];
    if (frame === undefined || (frame.kind !== 'html' && frame.integration !== null)) return -1;
    if (frame.kind === 'html' && frame.name === name) return index;
    if (!blocks && SPECIAL.has(frame.name)) return -1;
  }
  return -1;
}

function openForeign(frames: Frame[], name: string, tag: StartTag): boolean {
  const top = frames.at(-1);
  if (top === undefined || top.kind === 'html' || top.integration === 'html') return false;
  if (top.integration === 'text' && name !== 'mglyph' && name !== 'malignmark') return false;
  if (top.name === 'annotation-xml' && name === 'svg') return false;
  if (leadsOut(name, tag)) {
    popForeign(frames);
    return false;
  }
  if (!tag.selfClosing) push(frames, { name, kind: top.kind, integration: integrationOf(name, top.kind, tag) });
  return true;
}

function openHtml(frames: Frame[], name: string): void {
  if (frames.length === 0 || VOID.has(name) || RAW.has(name)) return;
  const inTable = frames.some((frame) => frame.kind === 'html' && frame.name === 'table');
  if (IGNORED.has(name) && !inTable) return;
  if (CLOSES_P.has(name)) {
    const open = closingIndex(frames, 'p');
    if (open >= 0) frames.length = open;
  }
  push(frames, { name, kind: 'html', integration: null });
}

/** True when nothing that is open here is closed by it. */
function closesAround(frames: Frame[], name: string): boolean {
  const top = frames.at(-1);
  if (top === undefined) return false;
  if (top.kind !== 'html' && (name === 'p' || name === 'br')) {
    popForeign(frames);
    return false;
  }
  for (let index = frames.length - 1; index >= 0; index -= 1) {
    const frame = frames[index];
    if (frame === undefined || frame.kind === 'html') {
      const reached = closingIndex(frames.slice(0, index + 1), name);
      if (reached >= 0) frames.length = reached;
      return false;
    }
    if (frame.name === name) {
      frames.length = index;
      return false;
    }
  }
  return ![VOID, RAW, IGNORED, MATH_TEXT, SVG_HTML].some((names) => names.has(name));
}

/** Starts outside of foreign content; unsure where that itself is. */
export function createForeign(startsUnsure: boolean): Foreign {
  const frames: Frame[] = [];
  let unsure = startsUnsure;
  return {
    isOpen: () => frames.length > 0,
    isInnermost: () => (frames.at(-1)?.kind ?? 'html') !== 'html',
    open: (name, tag) => {
      if (openForeign(frames, name, tag)) return false;
      if (name !== 'svg' && name !== 'math') openHtml(frames, name);
      else if (!tag.selfClosing) push(frames, { name, kind: name, integration: null });
      return true;
    },
    close: (name) => {
      if (!closesAround(frames, name)) return;
      // Most likely it ends what the drawing stands in, and so the drawing.
      frames.length = 0;
      unsure = true;
    },
    isUnsure: () => unsure,
  };
}
