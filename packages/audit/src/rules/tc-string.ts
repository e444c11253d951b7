// The parts of a TCF v2 string that say what was consented to. Other parties' requests carry it; it is read with bounded work.

/** What a TC string says. Days are since the Unix epoch; `disclosed` is null without a DisclosedVendors segment. */
export type TcFacts = {
  readonly createdDay: number;
  readonly updatedDay: number;
  readonly serviceSpecific: boolean;
  readonly consents: readonly number[];
  readonly interests: readonly number[];
  readonly vendorConsents: Vendors;
  readonly disclosed: Vendors | null;
};

/** Vendor ids as a bit for each id. */
export type Vendors = { readonly count: number; readonly has: (id: number) => boolean };

const longestText = 8000;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

type Bits = { readonly read: (width: number) => number };

/** The facts of a TC string of version 2, or null for any other text. */
export function readTcString(text: string): TcFacts | null {
  if (text.length > longestText || !/^[\w-]+(\.[\w-]+)*$/.test(text)) return null;
  const [core = '', ...segments] = text.split('.');
  const bits = bitsOf(core);
  if (bits.read(6) !== 2) return null;
  const createdDay = Math.floor(bits.read(36) / 864_000);
  const updatedDay = Math.floor(bits.read(36) / 864_000);
  skip(bits, [12, 12, 6, 12, 12, 6]);
  const serviceSpecific = bits.read(1) === 1;
  skip(bits, [1, 12]);
  const consents = readFlags(bits, 24);
  const interests = readFlags(bits, 24);
  skip(bits, [1, 12]);
  const vendorConsents = readVendors(bits);
  const disclosedBits = segments.map(bitsOf).find((segment) => segment.read(3) === 1);
  const disclosed = disclosedBits === undefined ? null : readVendors(disclosedBits);
  return { createdDay, updatedDay, serviceSpecific, consents, interests, vendorConsents, disclosed };
}

// Beyond the end there are zeros: a string that was cut short grants nothing.
function bitsOf(segment: string): Bits {
  let at = 0;
  const one = (): number => {
    const value = alphabet.indexOf(segment[Math.floor(at / 6)] ?? 'A');
    const bit = (value >> (5 - (at % 6))) & 1;
    at += 1;
    return bit;
  };
  return {
    read: (width) => {
      let value = 0;
      for (let index = 0; index < width; index += 1) value = value * 2 + one();
      return value;
    },
  };
}

function skip(bits: Bits, widths: readonly number[]): void {
  for (const width of widths) bits.read(width);
}

function readFlags(bits: Bits, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => (bits.read(1) === 1 ? index + 1 : 0)).filter((number) => number > 0);
}

function readVendors(bits: Bits): Vendors {
  const most = bits.read(16);
  const marks = new Uint8Array(65_536);
  if (bits.read(1) === 0) {
    for (let id = 1; id <= most; id += 1) marks[id] = bits.read(1);
  } else {
    const entries = bits.read(12);
    // A text of the longest allowed length holds no more entries than this; the rest would be zeros.
    for (let entry = 0; entry < Math.min(entries, longestText); entry += 1) {
      const isRange = bits.read(1) === 1;
      const from = bits.read(16);
      const to = isRange ? bits.read(16) : from;
      if (from > 0) marks.fill(1, from, to + 1);
    }
  }
  return { count: marks.reduce((sum, mark) => sum + mark, 0), has: (id) => marks[id] === 1 };
}
