// The frames of a Zstandard body, followed from header to header: how much a decoder would have to keep is known before it keeps it.

const MAGIC = 0xfd2fb528;
const SKIPPABLE = 0x184d2a50;

type Step = 'magic' | 'descriptor' | 'rest' | 'block' | 'skippable' | 'skip';

/** What is known of the frame that is being read. */
type Frame = { single: boolean; checksum: boolean; windowBytes: number; sizeBytes: number; idBytes: number; last: boolean };

function readNumber(bytes: readonly number[], from: number, length: number): number {
  let value = 0;
  for (let index = length - 1; index >= 0; index -= 1) value = value * 256 + (bytes[from + index] ?? 0);
  return value;
}

function readDescriptor(byte: number): Frame {
  const single = (byte & 0x20) !== 0;
  const sizeFlag = byte >> 6;
  return {
    single,
    checksum: (byte & 4) !== 0,
    windowBytes: single ? 0 : 1,
    sizeBytes: sizeFlag === 0 ? (single ? 1 : 0) : 1 << sizeFlag,
    idBytes: [0, 1, 2, 4][byte & 3] ?? 0,
    last: false,
  };
}

function windowOf({ single, windowBytes, idBytes, sizeBytes }: Frame, rest: readonly number[]): number {
  if (single) return readNumber(rest, windowBytes + idBytes, sizeBytes);
  const window = 2 ** (10 + ((rest[0] ?? 0) >> 3));
  return window + (window / 8) * ((rest[0] ?? 0) & 7);
}

/** Starts at the beginning of a body. What is given is read up to its end; a frame that would need more memory than this throws. */
export function createFrameCheck(mostMemory: number): (chunk: Uint8Array) => void {
  let step: Step = 'magic';
  let wanted = 4;
  let skip = 0;
  let read: number[] = [];
  let frame = readDescriptor(0);
  const go = (next: Step, bytes: number): void => {
    step = next;
    if (next === 'skip') skip = bytes;
    else wanted = bytes;
    read = [];
  };
  const afterBlock = (): void => (frame.last ? go('magic', 4) : go('block', 3));
  const beginBlock = (): void => {
    const header = readNumber(read, 0, 3);
    const length = ((header >> 1) & 3) === 1 ? 1 : header >> 3;
    frame.last = (header & 1) === 1;
    go('skip', length + (frame.last && frame.checksum ? 4 : 0));
  };
  const meet = (): void => {
    switch (step) {
      case 'magic': {
        const magic = readNumber(read, 0, 4);
        if ((magic & 0xfffffff0) >>> 0 === SKIPPABLE) return go('skippable', 4);
        if (magic !== MAGIC) throw new TypeError('Not a frame of Zstandard');
        return go('descriptor', 1);
      }
      case 'skippable':
        frame = { ...frame, last: true };
        return go('skip', readNumber(read, 0, 4));
      case 'descriptor':
        frame = readDescriptor(read[0] ?? 0);
        return go('rest', frame.windowBytes + frame.idBytes + frame.sizeBytes);
      case 'rest':
        if (windowOf(frame, read) > mostMemory) throw new RangeError('A frame of Zstandard needs more memory than a response may');
        return go('block', 3);
      default:
        return beginBlock();
    }
  };
  return (chunk) => {
    for (let at = 0; at < chunk.length; ) {
      if (step === 'skip') {
        const skipped = Math.min(skip, chunk.length - at);
        skip -= skipped;
        at += skipped;
        if (skip === 0) afterBlock();
        continue;
      }
      read.push(chunk[at] ?? 0);
      at += 1;
      if (read.length >= wanted) meet();
    }
  };
}
