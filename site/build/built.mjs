// Follows every link of the built pages, so that what the builder makes of a link is right, too.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { filesBelow } from './repository.mjs';

const LINK = /<(?:a|img|link|script)\b[^>]*?\s(?:href|src)="([^"]*)"/g;
const ID = /\sid="([^"]*)"/g;
const ELSEWHERE = /^[a-z][a-z0-9+.-]*:|^\/\//i;

/** Dead links of a folder of HTML, as lines to print. */
export function deadLinksOfBuilt(folder) {
  const pages = filesBelow(folder).filter((file) => file.endsWith('.html'));
  const texts = new Map(pages.map((page) => [page, readFileSync(join(folder, page), 'utf8')]));
  const ids = new Map();
  const idsOf = (page) => {
    if (!ids.has(page)) {
      ids.set(page, new Set([...texts.get(page).matchAll(ID)].map(([, id]) => unescaped(id))));
    }
    return ids.get(page);
  };
  return pages.flatMap((page) => {
    const targets = new Set([...texts.get(page).matchAll(LINK)].map(([, target]) => unescaped(target)));
    return [...targets].flatMap((target) => {
      if (ELSEWHERE.test(target)) {
        return [];
      }
      const [path, anchor] = target.split('#', 2).map(decodeURIComponent);
      const to = fileOf(folder, path === '' ? page : path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(page), path));
      if (to === undefined) {
        return [`${page}: dead link: ${target} does not exist`];
      }
      return anchor && to.endsWith('.html') && !idsOf(to).has(anchor) ? [`${page}: dead link: ${target} has no such place`] : [];
    });
  });
}

function fileOf(folder, path) {
  for (const file of [path, `${path}.html`, posix.join(path, 'index.html')]) {
    const there = join(folder, file);
    if (existsSync(there) && statSync(there).isFile()) {
      return posix.normalize(file);
    }
  }
  return undefined;
}

const unescaped = (text) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
