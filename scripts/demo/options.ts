// What both demonstrations are told.

/** `port` is where visitors come in; a busy one is replaced by a free one, and said. */
export type DemoOptions = { readonly port: number; readonly dataDirectory: string; readonly once: boolean };
