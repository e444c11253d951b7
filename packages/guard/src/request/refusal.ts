// Requests that are not passed on because two servers could read them in two ways.

/** A request that is answered here. `message` is one plain sentence without anything the client sent. */
export type Refusal = { readonly status: 400 | 413 | 500 | 501; readonly message: string };

/** A refusal as a value. */
export function refuse(status: Refusal['status'], message: string): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { status, message } };
}

/** What reading a part of a request gives. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };
