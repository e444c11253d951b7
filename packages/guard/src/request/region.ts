// Which region's rules hold for a visitor, told by a header that the operator's own edge sets. Nobody else is asked.
import type { ProfileId } from '@candor/core';
import type { Region } from '../contract.ts';
import type { HeaderList } from '../header-list.ts';
import { valuesOf } from '../header-list.ts';

/** A country (ISO 3166-1) or a part of one (ISO 3166-2). */
const CODE = /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/;

/** The profile named for the header's code, or for its country; null for no header, several that differ, and what is no code. */
export function profileOfRegion({ header, profiles }: Region, headers: HeaderList): ProfileId | null {
  const codes = new Set(valuesOf(headers, header.toLowerCase()).map((value) => value.trim().toUpperCase()));
  const [code = ''] = codes;
  if (codes.size !== 1 || !CODE.test(code)) return null;
  const known = [code, code.slice(0, 2)].find((one) => Object.hasOwn(profiles, one));
  return known === undefined ? null : (profiles[known] ?? null);
}
