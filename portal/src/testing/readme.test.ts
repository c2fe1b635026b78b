import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('the README names every test id, because tests elsewhere rely on them', () => {
  const readme = readFileSync('README.md', 'utf8');
  const pages = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx') && !file.startsWith('testing'),
  );
  const ids = pages.flatMap((file) =>
    [...readFileSync(`src/${file}`, 'utf8').matchAll(/(?:data-testid|testId)="([^"]+)"/g)].map(
      ([, id]) => id,
    ),
  );
  expect(ids.length).toBeGreaterThan(40);
  expect(ids.filter((id) => !readme.includes(`\`${id ?? ''}\``))).toEqual([]);
});
