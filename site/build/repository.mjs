// The repository as the site sees it: which pages there are, and where each is found on the site.
import { readdirSync, statSync } from 'node:fs';
import { dirname, extname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const SITE = join(ROOT, 'site');
/** What VitePress reads: copies of the pages, and what is made of other files. */
export const PAGES = join(SITE, 'target', 'pages');
/** What VitePress writes. */
export const BUILT = join(SITE, 'target', 'site');

const NOT_OURS = new Set(['target', 'node_modules', 'data']);
const DOCS = 'docs/';

/** Every file below a folder, by its path from it with slashes. Folders of builds and hidden ones are left out. */
export function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && !NOT_OURS.has(entry.name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesBelow(join(folder, entry.name)).map((below) => `${entry.name}/${below}`)
        : [entry.name],
    )
    .sort();
}

/** What a path of the repository is: `file`, `folder` or nothing. Upper and lower case count on every machine. */
export function kindOf(path, root = ROOT) {
  const steps = path.split('/').filter((step) => step !== '');
  let here = root;
  for (const step of steps) {
    if (step === '..' || !readdirSync(here).includes(step)) {
      return undefined;
    }
    here = join(here, step);
    if (step !== steps.at(-1) && !statSync(here).isDirectory()) {
      return undefined;
    }
  }
  return statSync(here).isDirectory() ? 'folder' : 'file';
}

/** The path, from a root, of something that is seen from a file. */
export function resolve(from, target) {
  const path = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(from), target);
  return posix.normalize(path).replace(/\/$/, '').replace(/^\.$/, '');
}

const OWN = 'site/pages/';

/** Whether it was written for the site, where it stands as it is. */
export const isOwn = (path) => path.startsWith(OWN);

/** Where a file or folder of the repository is on the site. Pages of docs/ and the site's own are at its top, all else is below /repository. */
export function placeOnSite(path, kind) {
  if (kind === 'folder') {
    return `/repository/${path}/index.md`;
  }
  if (path.startsWith(DOCS)) {
    return `/${path.slice(DOCS.length)}`;
  }
  if (isOwn(path)) {
    return `/${path.slice(OWN.length)}`;
  }
  return path.endsWith('.md') ? `/repository/${path}` : `/repository/${path}.md`;
}

/** The path in the repository of a page of the site; undefined for one that was made for the site. */
export function sourceOf(page) {
  const copied = page.startsWith('repository/') ? page.slice('repository/'.length) : DOCS + page;
  return kindOf(copied) === 'file' ? copied : undefined;
}

export const isPage = (path) => extname(path) === '.md';
export const withSlashes = (path) => relative(ROOT, path).split(sep).join('/');
