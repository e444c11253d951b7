// Runs in every frame before the page's own code: what the recorders share. It keeps its own copies of what it needs, leaves no global,
// and says what it saw through a console function it took before the page could.

/** A function as it is on a prototype. */
export type Native = (this: unknown, ...values: unknown[]) => unknown;

/** Hears of a call before it happens. */
export type Before = (self: unknown, values: unknown[]) => void;

/** What recorders are made of. */
export type RecorderKit = {
  /** Tells what happened and who is on the stack; `detail` is cut after 2000 characters. */
  readonly report: (api: string, origin: string, detail: string) => void;
  /** The same function to any page, heard before it is called. */
  readonly watch: (native: Native, before: Before) => Native;
  /** Watches a method or a getter where a holder has one. */
  readonly watchMember: (holder: object | undefined, name: string, before: Before) => void;
};

/** Makes the kit; `token` marks its messages, `name` is what its own script is called in stacks. */
export function makeRecorderKit(token: string, name: string): RecorderKit {
  const say = console.debug.bind(console);
  const apply = Reflect.apply;
  const define = Reflect.defineProperty;
  const describe = Reflect.getOwnPropertyDescriptor;
  const NativeError = Error as ErrorConstructor & { stackTraceLimit?: unknown };
  const NativeProxy = Proxy;
  const host = globalThis;
  const cut = Function.prototype.call.bind(String.prototype.slice) as (value: string, from: number, to?: number) => string;
  const find = Function.prototype.call.bind(String.prototype.indexOf) as (value: string, part: string, from?: number) => number;

  function stackOf(): string {
    const limit = NativeError.stackTraceLimit;
    const prepare = describe(NativeError, 'prepareStackTrace');
    try {
      NativeError.stackTraceLimit = 20;
      if (prepare !== undefined) define(NativeError, 'prepareStackTrace', { value: undefined, configurable: true, writable: true });
      return new NativeError().stack ?? '';
    } catch {
      return '';
    } finally {
      NativeError.stackTraceLimit = limit;
      if (prepare !== undefined) define(NativeError, 'prepareStackTrace', prepare);
    }
  }

  // A native function that fails has no frame of ours above it.
  function forgetUs(failure: unknown): void {
    if (!(failure instanceof NativeError)) return;
    const { stack } = failure;
    if (typeof stack !== 'string' || find(stack, name) < 0) return;
    let kept = '';
    for (let from = 0; from < stack.length; ) {
      const end = find(stack, '\n', from);
      const next = end < 0 ? stack.length : end + 1;
      const line = cut(stack, from, next);
      if (find(line, name) < 0) kept += line;
      from = next;
    }
    failure.stack = kept;
  }

  // The wrapped function keeps its name, length and native text.
  function watch(native: Native, before: Before): Native {
    return new NativeProxy(native, {
      apply(target, self, values: unknown[]) {
        try {
          before(self, values);
        } catch {
          // A hostile argument is the native function's business.
        }
        try {
          return apply(target, self, values);
        } catch (failure) {
          forgetUs(failure);
          throw failure;
        }
      },
    });
  }

  return {
    report: (api, origin, detail) => {
      try {
        say(`${token}\u0001${api}\u0001${origin}\u0001${host.location.href}\u0001${stackOf()}\u0001${cut(detail, 0, 2000)}`);
      } catch {
        // Reporting must never be seen by the page.
      }
    },
    watch,
    watchMember: (holder, member, before) => {
      const found = holder === undefined ? undefined : describe(holder, member);
      if (holder === undefined || found === undefined || found.configurable !== true) return;
      if (typeof found.value === 'function') define(holder, member, { ...found, value: watch(found.value as Native, before) });
      else if (found.get !== undefined) define(holder, member, { ...found, get: watch(found.get as Native, before) } as PropertyDescriptor);
    },
  };
}
