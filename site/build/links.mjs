// Finds links that lead nowhere: to no file, to no heading, out of the repository. Links to other servers are not followed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anchorsOf, linksOf } from './markdown.mjs';
import { filesBelow, isPage, kindOf, resolve } from './repository.mjs';

const ELSEWHERE = /^[a-z][a-z0-9+.-]*:|^\/\//i;

/**
 * The dead links of the pages below a folder, as `{ page, line, target, why }`.
 *
 * @param root what links may lead to
 * @param pages paths from it
 */
export function deadLinks(root, pages = filesBelow(root).filter(isPage)) {
  const anchors = new Map();
  const anchorsAt = (path) => {
    if (!anchors.has(path)) {
      anchors.set(path, anchorsOf(readFileSync(join(root, path), 'utf8')));
    }
    return anchors.get(path);
  };
  return pages.flatMap((page) =>
    linksOf(readFileSync(join(root, page), 'utf8')).flatMap(({ target, line }) => {
      const why = ELSEWHERE.test(target) ? undefined : whyDead(root, page, target, anchorsAt);
      return why === undefined ? [] : [{ page, line, target, why }];
    }),
  );
}

function whyDead(root, page, target, anchorsAt) {
  let path;
  let anchor;
  try {
    [path, anchor] = target.split('#', 2).map(decodeURIComponent);
  } catch {
    return 'is no address';
  }
  const to = path === '' ? page : resolve(page, path.split('?', 1)[0]);
  if (to.startsWith('..')) {
    return 'leads out of the repository';
  }
  const kind = kindOf(to, root);
  if (kind === undefined) {
    return 'does not exist';
  }
  if (path.endsWith('/') && kind !== 'folder') {
    return 'is no folder';
  }
  if (anchor === undefined || anchor === '') {
    return undefined;
  }
  if (!isPage(to)) {
    return /^L\d+(-L\d+)?$/.test(anchor) && kind === 'file' ? undefined : 'has no headings';
  }
  return anchorsAt(to).has(anchor) ? undefined : `has no heading #${anchor}`;
}
