// The door for a site's own files: what a candor.config.ts needs.
export type { Declaration } from '@candor/core';
export { defineDeclaration } from '@candor/core';
