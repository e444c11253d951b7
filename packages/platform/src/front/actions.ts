// What a visitor asks for, read from a form or from JSON into one of core's actions.
import type { ConsentAction } from '@candor/core';
import * as v from 'valibot';
import { PlatformError } from '../errors.ts';

const id = v.pipe(v.string(), v.maxLength(100));
const ids = v.pipe(v.array(id), v.maxLength(200));
const words = v.pipe(v.string(), v.maxLength(100));

/** How a choice arrives: the action, and what the visitor was shown where that is said. */
export type ActionRequest = { readonly action: ConsentAction; readonly notice: string | null; readonly language: string | null };

type Fields = {
  readonly do: ConsentAction['do'];
  readonly grants?: readonly string[] | undefined;
  readonly purposes?: readonly string[] | undefined;
  readonly notice?: string | undefined;
  readonly language?: string | undefined;
};

const schema: v.GenericSchema<unknown, Fields> = v.object({
  do: v.picklist(['accept-all', 'reject-all', 'save', 'grant', 'withdraw', 'object', 'forget']),
  grants: v.optional(ids),
  purposes: v.optional(ids),
  notice: v.optional(words),
  language: v.optional(words),
  profile: v.optional(words),
});

/** The action of a JSON body. Throws `PLATFORM_INPUT` naming what is wrong. */
export function readActionJson(value: unknown): ActionRequest {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new PlatformError('PLATFORM_INPUT', { detail: `At "${v.getDotPath(issue) ?? ''}": ${issue.message}` });
  }
  const { notice = null, language = null } = parsed.output;
  return { action: toAction(parsed.output), notice, language };
}

/** The action of a form: `do`, `grant` for each purpose allowed, `purpose` for those to grant alone, withdraw or object to. */
export function readActionForm(form: URLSearchParams): ActionRequest {
  return readActionJson({
    do: form.get('do'),
    grants: form.getAll('grant').filter((one) => one !== ''),
    purposes: form.getAll('purpose').filter((one) => one !== ''),
    notice: form.get('notice') ?? undefined,
    language: form.get('language') ?? undefined,
  });
}

function toAction({ do: verb, grants = [], purposes = [] }: Fields): ConsentAction {
  if (verb === 'save') return { do: verb, grants };
  if (verb === 'grant') return { do: verb, purposes };
  if (verb === 'withdraw' || verb === 'object') return { do: verb, purposes: purposes.length === 0 ? 'all' : purposes };
  return { do: verb };
}
