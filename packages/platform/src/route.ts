// A route as data: the application registers them, the OpenAPI document and the tests read them.
import type { Visit } from './visit.ts';

/** One method at one path below the prefix; `:name` is a parameter, `*` at the end takes the rest. */
export type Route = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Personal answers are not stored anywhere and not framed. */
  readonly personal: boolean;
  readonly answer: (visit: Visit) => Response | Promise<Response>;
};
