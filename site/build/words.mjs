// Pieces of Markdown that generated pages are made of.

/** Text for a cell of a table, or any place where a line must stay one. */
export function cell(text) {
  return plain(text).replaceAll('|', '\\|');
}

/** Text from a description: its own backticks stay, and nothing in it is HTML or a template. */
export function plain(text) {
  return (text ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(`[^`]*`)/)
    .map((piece) =>
      piece.startsWith('`')
        ? piece
        : piece.replaceAll('<', '&lt;').replaceAll('{{', '&#123;&#123;').replaceAll('*', '\\*').replaceAll('_', '\\_'),
    )
    .join('');
}

export const code = (text) => '`' + String(text).replaceAll('|', '\\|') + '`';

/** @param rows arrays of cells that are Markdown already */
export function table(heads, rows) {
  if (rows.length === 0) {
    return [];
  }
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line), ''];
}

export function fence(language, text) {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return [`${ticks}${language}`, text.replace(/\n$/, ''), ticks, ''];
}

/** The name of a page, from words. */
export const fileName = (words) =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
