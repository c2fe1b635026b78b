// One page of all settings, gathered from the tables of the pages that explain them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, filesBelow, isPage } from './repository.mjs';

const HEAD = /^\|\s*variable\s*\|/;

/** The tables of a page whose first column is headed `variable`, as lines. */
export function settingsTables(text) {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    if (!HEAD.test(line)) {
      return [];
    }
    const after = lines.slice(at).findIndex((row) => !row.startsWith('|'));
    return [lines.slice(at, after < 0 ? undefined : at + after)];
  });
}

/** @param relink makes a link of a page one of the page of settings */
export function settingsPage(relink) {
  const pages = ['README.md', ...filesBelow(join(ROOT, 'docs')).filter(isPage).map((page) => `docs/${page}`)];
  const sections = pages.flatMap((page) => {
    const text = readFileSync(join(ROOT, page), 'utf8');
    const tables = settingsTables(text);
    if (tables.length === 0) {
      return [];
    }
    const title = page === 'README.md' ? 'The server' : /^# (.*)$/m.exec(text)[1];
    return [
      `## ${title}`,
      '',
      page === 'README.md' ? '' : `Explained on a page of its own: [${title}](${relink(page, page.slice('docs/'.length))}).`,
      '',
      ...tables.flatMap((rows) => [
        ...rows.map((row) => row.replace(/\]\(([^)]+)\)/g, (_, target) => `](${relink(page, target)})`)),
        '',
      ]),
    ];
  });
  return [
    '# Settings',
    '',
    'Every setting is an environment variable; `NAMESAKE_DATA_DIR` is `namesake.data-dir` where Spring reads properties. A mistake in one',
    'stops the start with its name.',
    '',
    ...sections,
  ].join('\n');
}
