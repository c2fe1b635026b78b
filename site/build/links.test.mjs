import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { deadLinks } from './links.mjs';
import { anchorsOf } from './markdown.mjs';

let root;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'links-'));
});

afterEach(() => rmSync(root, { recursive: true }));

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test('a link to a page, a heading, a file and a folder that exist is alive', () => {
  write('docs/a.md', '# A\n\n[b](b.md) [heading](b.md#what-it-is) [up](../README.md) [folder](../server/) [own](#a)\n');
  write('docs/b.md', '# B\n\n## What it is\n');
  write('README.md', '![picture](docs/p.svg)\n');
  write('docs/p.svg', '<svg/>');
  write('server/pom.xml', '<project/>');
  assert.deepEqual(deadLinks(root), []);
});

test('a dead link is told with its page, its line and why', () => {
  write('a.md', '# A\n\nSome text,\nthen [b](b.md)\nand [c](docs/c.md).\n');
  write('docs/c.md', '[up](../../elsewhere.md)\n');
  assert.deepEqual(deadLinks(root), [
    { page: 'a.md', line: 4, target: 'b.md', why: 'does not exist' },
    { page: 'docs/c.md', line: 1, target: '../../elsewhere.md', why: 'leads out of the repository' },
  ]);
});

test('a heading that is not there is told, in another page, in the same one and behind a reference', () => {
  write('a.md', '# A\n\n[b](b.md#gone) [own](#gone)\n\n[c][far]\n\n[far]: b.md#gone-too\n');
  write('b.md', '# B\n');
  assert.deepEqual(
    deadLinks(root).map(({ line, why }) => [line, why]),
    [
      [3, 'has no heading #gone'],
      [3, 'has no heading #gone'],
      [5, 'has no heading #gone-too'],
    ],
  );
});

test('a picture and a link of HTML are links, too', () => {
  write('a.md', '![p](p.png)\n\n<p><img alt="" src="q.png"> <a href="r.md">r</a></p>\n');
  assert.deepEqual(
    deadLinks(root).map(({ target }) => target),
    ['p.png', 'q.png', 'r.md'],
  );
});

test('upper and lower case count, also where the file system does not care', () => {
  write('a.md', '[b](B.md)\n');
  write('b.md', '# B\n');
  assert.equal(deadLinks(root)[0].why, 'does not exist');
});

test('what only looks like a link is none, and other servers are not asked', () => {
  write('a.md', '`[b](b.md)`\n\n```\n[c](c.md)\n```\n\n[there](https://example.org/nowhere) [mail](mailto:a@example.org)\n');
  assert.deepEqual(deadLinks(root), []);
});

test('an address that cannot be read is dead, and breaks nothing', () => {
  write('a.md', '[b](b%E0%A4%A.md)\n');
  assert.equal(deadLinks(root)[0].why, 'is no address');
});

test('headings get the anchors that GitHub gives them', () => {
  const anchors = anchorsOf('# A & B: `code`, "said"\n\n## Twice\n\n## Twice\n\n## 号码 1.2\n\n<a id="own"></a>\n');
  assert.deepEqual([...anchors], ['a--b-code-said', 'twice', 'twice-1', '号码-12', 'own']);
});
