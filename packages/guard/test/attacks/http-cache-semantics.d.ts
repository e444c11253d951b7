// What is used of this library, which has no types of its own.
declare module 'http-cache-semantics' {
  type Headers = { readonly [name: string]: string | readonly string[] | undefined };
  type Asked = { readonly method: string; readonly url: string; readonly headers: Headers };
  type Answered = { readonly status: number; readonly headers: Headers };
  class CachePolicy {
    constructor(request: Asked, response: Answered, options: { readonly shared: boolean; readonly cacheHeuristic?: number });
    storable(): boolean;
    satisfiesWithoutRevalidation(request: Asked): boolean;
    responseHeaders(): { [name: string]: string | string[] };
    revalidationHeaders(request: Asked): { [name: string]: string | string[] };
    revalidatedPolicy(request: Asked, response: Answered): { readonly policy: CachePolicy; readonly modified: boolean };
  }
  export = CachePolicy;
}
