// The pages that the first visit finds, handed to the other visits as they are found, so that nobody waits for all of them.

/** The pages besides the home page, each as soon as it is known; null: there are no more. */
export type Pages = readonly Promise<string | null>[];

/** The first visit's side of it. */
export interface Discovery {
  readonly pages: Pages;
  /** Whether the home page could be seen. */
  readonly reached: Promise<boolean>;
  reach(): void;
  find(url: string): void;
  /** There is no more to find; a home page that was not reached by now was not. */
  end(): void;
}

type Open<T> = { readonly promise: Promise<T>; readonly resolve: (value: T) => void };

function createPromise<T>(): Open<T> {
  let settle: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { promise, resolve: (value) => settle(value) };
}

/** Makes room for up to `count` pages. */
export function createDiscovery(count: number): Discovery {
  const reached = createPromise<boolean>();
  const slots = Array.from({ length: count }, () => createPromise<string | null>());
  let next = 0;
  return {
    pages: slots.map(({ promise }) => promise),
    reached: reached.promise,
    reach: () => reached.resolve(true),
    find: (url) => {
      slots[next]?.resolve(url);
      next += 1;
    },
    end: () => {
      reached.resolve(false);
      for (const slot of slots) slot.resolve(null);
    },
  };
}
