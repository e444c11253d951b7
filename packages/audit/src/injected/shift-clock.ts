// Runs in every frame before the page's own code: a page of a visitor who comes back later.

/** Moves what `Date` says by `ms` milliseconds; its name, length and text stay the browser's. */
export function shiftClock(ms: number): void {
  const Native = Date;
  const apply = Reflect.apply;
  const construct = Reflect.construct;
  const now = new Proxy(Native.now, { apply: (target, self, values) => apply(target, self, values) + ms });
  const Shifted: DateConstructor = new Proxy(Native, {
    apply: () => new Native(Native.prototype.getTime.call(new Native()) + ms).toString(),
    construct: (target, values, asked) =>
      values.length === 0 ? construct(target, [now.call(Native)], asked) : construct(target, values, asked),
  });
  const own = Object.getOwnPropertyDescriptor(Native, 'now');
  Object.defineProperty(Native, 'now', { ...own, value: now });
  Object.defineProperty(Native.prototype, 'constructor', { value: Shifted, writable: true, configurable: true, enumerable: false });
  Object.defineProperty(globalThis, 'Date', { value: Shifted, writable: true, configurable: true, enumerable: false });
}
