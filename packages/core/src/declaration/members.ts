// Values from outside that are objects, before anything is known of their fields.

/** An object that is no list. */
export type Members = { readonly [key: string]: unknown };

/** Whether a value is an object and no list. */
export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
