// What a guard does is in four layers, each observed or enforced by itself.

/** `enforce` filters and injects; `observe` changes nothing and records what enforcement would drop. */
export type GuardMode = 'observe' | 'enforce';

/**
 * What is observed or enforced by itself: cookies that responses set, cookies that requests carry, what is put into pages (with how
 * they may be cached), and policies together with headers that lead to other hosts.
 */
export type GuardLayer = 'set-cookie' | 'cookie' | 'html' | 'csp';

/** The mode of each layer. */
export type GuardModes = { readonly [L in GuardLayer]: GuardMode };
