// RFC 4180, both ways: a comma, a quote or a line break puts a cell in quotes, and a quote is doubled.

type Cell = string | number | boolean | null;

function encodeCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows of cells as CSV text with CRLF line ends. */
export function encodeCsv(rows: Iterable<readonly Cell[]>): string {
  let text = '';
  for (const row of rows) text += `${row.map(encodeCell).join(',')}\r\n`;
  return text;
}

/** Splits CSV text into rows of text cells; an unclosed quote runs to the end of the text. */
export function decodeCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const pattern = /("(?:[^"]|"")*"?|[^,\r\n]*)(,|\r\n|\n|$)/gy;
  let row: string[] = [];
  while (pattern.lastIndex < text.length || row.length > 0) {
    const match = pattern.exec(text);
    if (match === null) break;
    const [, cell = '', end = ''] = match;
    row.push(cell.startsWith('"') ? cell.replace(/^"|"$/g, '').replaceAll('""', '"') : cell);
    if (end !== ',') {
      rows.push(row);
      row = [];
    }
    if (end === '') break;
  }
  return rows;
}
