// The fields of the notice's forms as an action.
import type { ConsentAction } from '@candor/core';

/** What a visitor did, or null for a form that is none of the notice's. */
export function readAction(form: URLSearchParams): ConsentAction | null {
  const named = form.getAll('purpose');
  const purposes = named.length === 0 ? 'all' : named;
  switch (form.get('do')) {
    case 'accept-all':
      return { do: 'accept-all' };
    case 'reject-all':
      return { do: 'reject-all' };
    case 'save':
      return { do: 'save', grants: form.getAll('grant') };
    case 'withdraw':
      return { do: 'withdraw', purposes };
    case 'object':
      return { do: 'object', purposes };
    case 'forget':
      return { do: 'forget' };
    default:
      return null;
  }
}
