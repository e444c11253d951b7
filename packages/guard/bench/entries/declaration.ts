// What the guard of the bench holds the site to: the reference declaration, which names two of the eighteen cookies.
import type { Identified } from '@candor/core';
import { identifyDeclaration } from '@candor/core';
import { referenceDeclaration } from '@candor/testkit';

/** Forty trackers, of which the site sets two. */
export function declareSite(): Identified {
  const declaration = referenceDeclaration();
  return { declaration, id: identifyDeclaration(declaration) };
}
