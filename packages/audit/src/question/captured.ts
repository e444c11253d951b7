// The shape of a snapshot as the browser's protocol gives it: columns of numbers that point into one list of strings.

type Rare<Value> = { readonly index: readonly number[]; readonly value: readonly Value[] };

/** One document of a snapshot; only what is read of it. */
export type CapturedDocument = {
  readonly documentURL: number;
  readonly scrollOffsetX?: number;
  readonly scrollOffsetY?: number;
  readonly nodes: {
    readonly parentIndex?: readonly number[];
    readonly nodeType?: readonly number[];
    readonly nodeName?: readonly number[];
    readonly nodeValue?: readonly number[];
    readonly backendNodeId?: readonly number[];
    readonly attributes?: readonly (readonly number[])[];
    readonly inputValue?: Rare<number>;
    readonly inputChecked?: { readonly index: readonly number[] };
    readonly contentDocumentIndex?: Rare<number>;
    readonly isClickable?: { readonly index: readonly number[] };
  };
  readonly layout: {
    readonly nodeIndex: readonly number[];
    readonly bounds: readonly (readonly number[])[];
    readonly styles: readonly (readonly number[])[];
    readonly paintOrders?: readonly number[];
    readonly clientRects?: readonly (readonly number[])[];
  };
};

/** A snapshot of one session. */
export type Captured = { readonly documents: readonly CapturedDocument[]; readonly strings: readonly string[] };

/** The computed styles that are asked for, in the order in which they come back. */
export const styleNames = [
  'position',
  'visibility',
  'opacity',
  'cursor',
  'pointer-events',
  'overflow-x',
  'overflow-y',
  'z-index',
  'color',
  'background-color',
  'border-top-width',
  'border-top-style',
  'border-top-color',
  'font-size',
  'font-weight',
  'text-decoration-line',
  'clip-path',
] as const;
