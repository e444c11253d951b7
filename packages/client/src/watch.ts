// Stands before a function of the page: a method, a constructor, or what an assignment or a reading of a property runs.

/** Takes the call: `go` does what would have been done, with the arguments as they are then. */
export type Hook = (go: () => unknown, args: unknown[], self: unknown) => unknown;

type Callable = (...args: readonly unknown[]) => unknown;

/**
 * Puts a hook before a property. One that is not there, or that somebody nailed down, stays as it is. Other scripts may wrap or
 * replace the hook, as many do: what it stands for is reached through it alone, so whatever they put there asks it all the same.
 */
export function watch(owner: object | undefined, key: string, hook: Hook, accessor: 'get' | 'set' = 'set'): void {
  const descriptor = owner && Object.getOwnPropertyDescriptor(owner, key);
  if (owner === undefined || !descriptor?.configurable) return;
  const part = 'value' in descriptor ? 'value' : descriptor[accessor] ? accessor : 'get';
  if (typeof descriptor[part] !== 'function') return;
  const original = descriptor[part] as Callable & { readonly prototype?: { constructor: unknown } };
  // A proxy keeps name, text, prototype and statics of what it stands for.
  descriptor[part] = new Proxy(original, {
    apply: (target, self, args) => hook(() => Reflect.apply(target, self, args), args, self),
    construct: (target, args, made) => hook(() => Reflect.construct(target, args, made), args, made) as object,
  });
  Object.defineProperty(owner, key, descriptor);
  // What is made by a constructor leads back to it.
  if (original.prototype) original.prototype.constructor = descriptor[part];
}

/** What a refused call throws where it cannot come to nothing quietly. */
export function refusal(): never {
  throw new DOMException('Not declared or not allowed', 'SecurityError');
}
