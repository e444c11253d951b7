// The run-time test of everything the types hold, and of what they cannot: for JSON, and for what a .config.ts file exports.
import type { Result } from '../base/result.ts';
import { fail, succeed } from '../base/result.ts';
import { checkShape } from './check-shape.ts';
import { checkCookies } from './cookie-rules.ts';
import { createIssueList } from './issue-list.ts';
import { declarationShape } from './language.ts';
import { isMembers } from './members.ts';
import type { Path } from './path.ts';
import type { RecordName } from './shape.ts';
import { checkSite } from './site-rules.ts';
import type { Declaration } from './types.ts';

/**
 * The declaration that a value is: rebuilt, frozen, records without prototype and in the order given. Fails with up to 100
 * `DECL_*` issues. Rules between fields are looked at once every field has its shape. `lineOf` gives issues the line of a path.
 */
export function checkDeclaration(value: unknown, lineOf?: (path: Path) => number): Result<Declaration> {
  const issues = createIssueList(lineOf);
  const rebuilt = checkShape(declarationShape, value, {
    issues,
    languages: readLanguages(value),
    ids: {
      providers: readIds(value, 'providers'),
      purposes: readIds(value, 'purposes'),
      locations: readIds(read(value, 'site'), 'locations'),
    },
  });
  if (issues.list().length > 0) return fail(...issues.list());
  // The shape table says exactly what the type says; a test holds the two together.
  const declaration = rebuilt as Declaration;
  checkSite(declaration, issues);
  checkCookies(declaration, issues);
  return issues.list().length > 0 ? fail(...issues.list()) : succeed(declaration);
}

function readIds(parent: unknown, name: RecordName): ReadonlySet<string> | null {
  const record = read(parent, name);
  return isMembers(record) ? new Set(Object.keys(record)) : null;
}

function readLanguages(value: unknown): ReadonlySet<string> | null {
  const languages = read(value, 'languages');
  return Array.isArray(languages) && languages.length > 0 && languages.length <= 100 && languages.every((tag) => typeof tag === 'string')
    ? new Set(languages)
    : null;
}

function read(value: unknown, field: string): unknown {
  return isMembers(value) && Object.hasOwn(value, field) ? value[field] : undefined;
}
