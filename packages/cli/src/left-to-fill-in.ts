// Finds what `init` left open: a policy that names "YOUR ORGANISATION" must not be published unseen.
import type { Declaration, Issue } from '@candor/core';
import { placeholders } from './scaffold.ts';

/** A warning for each place that still holds the words of a new declaration. */
export function findPlaceholders(declaration: Declaration): readonly Issue[] {
  const { address, contact } = declaration.controller;
  const names = Object.entries(declaration.providers).map(([id, { name }]) => [`providers.${id}.name`, name] as const);
  const places = [...names, ['controller.address', address] as const, ['controller.contact', contact] as const];
  return places
    .filter(([, words]) => placeholders.includes(words))
    .map(([path, words]) => ({
      code: 'DECL_PLACEHOLDER',
      path,
      message: `"${words}" is still what a new declaration begins with`,
      hint: 'Replace it with your own; it is shown on the policy page',
      severity: 'warning',
    }));
}
