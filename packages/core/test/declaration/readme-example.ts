import { diffDeclarations, lintDeclaration, parseDeclaration } from '@candor/core';

/** What an author is told about a new version of a declaration, line by line. */
export function review(publishedText: string, nextText: string): readonly string[] {
  const published = parseDeclaration(publishedText);
  const next = parseDeclaration(nextText);
  if (!published.ok || !next.ok) {
    const issues = [published, next].flatMap((parsed) => (parsed.ok ? [] : parsed.issues));
    return issues.map(({ code, path, line, message }) => `${code} ${path} (line ${line}): ${message}`);
  }
  const difference = diffDeclarations(published.value.declaration, next.value.declaration);
  return [
    `${next.value.id.slice(0, 12)} is ${difference.kind}`,
    ...difference.askAgain.map(({ purpose, reasons }) => `Ask again for "${purpose}": ${reasons.join('; ')}`),
    ...lintDeclaration(next.value.declaration).map(({ code, path }) => `${code} ${path}`),
  ];
}
