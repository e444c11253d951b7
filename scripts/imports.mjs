// Finds what a TypeScript module imports, by its syntax tree: static, `import type`, re-export, dynamic and `import('x').T`.
import { parseSync } from '@swc/core';

const sourceOf = {
  ImportDeclaration: (node) => node.source,
  ExportAllDeclaration: (node) => node.source,
  ExportNamedDeclaration: (node) => node.source,
  CallExpression: (node) => (node.callee?.type === 'Import' ? node.arguments[0]?.expression : undefined),
  TsImportType: (node) => node.argument,
};

const isTypeOnly = (node) =>
  node.type === 'TsImportType' ||
  node.typeOnly === true ||
  (node.specifiers?.length > 0 && node.specifiers.every((specifier) => specifier.isTypeOnly === true));

/** Every import of one module: `{ specifier, typeOnly }`. Throws where the text does not parse. */
export function findImports(text) {
  const found = [];
  const visit = (node) => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (node === null || typeof node !== 'object') return;
    const source = sourceOf[node.type]?.(node);
    if (source?.type === 'StringLiteral') found.push({ specifier: source.value, typeOnly: isTypeOnly(node) });
    for (const key in node) if (key !== 'span') visit(node[key]);
  };
  visit(parseSync(text, { syntax: 'typescript', tsx: false, target: 'es2022' }).body);
  return found;
}
