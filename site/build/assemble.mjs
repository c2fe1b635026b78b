// Lays out what VitePress reads, in target/pages: the pages of docs/ at the top, pages written for the site beside them, pages made of
// descriptions and settings, and below /repository what pages link to elsewhere in the repository.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { apiPages } from './api.mjs';
import { eventsPage } from './events.mjs';
import { deadLinks } from './links.mjs';
import { linksOf } from './markdown.mjs';
import { PAGES, ROOT, SITE, filesBelow, isPage, kindOf, placeOnSite, resolve, isOwn } from './repository.mjs';
import { settingsPage } from './settings.mjs';
import { fence } from './words.mjs';

const ELSEWHERE = /^[a-z][a-z0-9+.-]*:|^\/\//i;
const OWN = join(SITE, 'pages');

/** The folder is made anew. Ends the process with an error when a page of the site's own has a dead link. */
export function assemble() {
  rmSync(PAGES, { recursive: true, force: true });
  const copied = repositoryPages();
  for (const path of copied) {
    write(placeOnSite(path, 'file').slice(1), read(path));
  }
  // Pictures and descriptions are served as they are.
  for (const path of filesBelow(join(ROOT, 'docs')).filter((file) => !isPage(file))) {
    copy(join(ROOT, 'docs', path), `public/${path}`);
  }
  for (const path of linkedFrom(copied)) {
    if (kindOf(path) === 'folder') {
      write(placeOnSite(path, 'folder').slice(1), folderPage(path));
    } else if (!path.startsWith('docs/') && !isPage(path)) {
      isPicture(path) ? copy(join(ROOT, path), `public/repository/${path}`) : write(placeOnSite(path, 'file').slice(1), filePage(path));
    }
  }
  for (const [path, text] of made()) {
    write(path, text);
  }
  for (const path of filesBelow(OWN)) {
    copy(join(OWN, path), path);
  }
  copy(join(ROOT, 'portal', 'public', 'favicon.svg'), 'public/favicon.svg');
  requireAlive(filesBelow(OWN).filter(isPage));
}

/** Pages of docs/, and those elsewhere that they and each other link to, from the README on. */
function repositoryPages() {
  const known = new Set(['README.md', ...filesBelow(join(ROOT, 'docs')).filter(isPage).map((page) => `docs/${page}`)]);
  for (const page of known) {
    for (const path of linkedFrom([page])) {
      if (isPage(path) && !isOwn(path)) {
        known.add(path);
      }
      if (kindOf(path) === 'folder' && kindOf(`${path}/README.md`) === 'file') {
        known.add(`${path}/README.md`);
      }
    }
  }
  return [...known];
}

function linkedFrom(pages) {
  const found = new Set();
  for (const page of pages) {
    for (const { target } of linksOf(read(page))) {
      const path = ELSEWHERE.test(target) || target.startsWith('#') ? '' : resolve(page, decodeURI(target.split('#', 1)[0]));
      if (path !== '' && kindOf(path) !== undefined) {
        found.add(path);
      }
    }
  }
  return [...found];
}

function made() {
  const api = JSON.parse(read('docs/api/openapi.json'));
  const events = JSON.parse(read('docs/api/asyncapi.json'));
  const pages = apiPages(api, 'reference/api');
  pages.set('reference/events.md', eventsPage(events));
  pages.set(
    'reference/settings.md',
    settingsPage((page, target) => {
      if (ELSEWHERE.test(target)) {
        return target;
      }
      const [path, anchor] = target.split('#', 2);
      const to = path === '' ? page : resolve(page, path);
      return placeOnSite(to, kindOf(to)) + (anchor === undefined ? '' : `#${anchor}`);
    }),
  );
  return pages;
}

function folderPage(path) {
  const entries = readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && entry.name !== 'target' && entry.name !== 'node_modules')
    .map((entry) => `- \`${entry.name}${entry.isDirectory() ? '/' : ''}\``)
    .sort();
  const readme = kindOf(`${path}/README.md`) === 'file' ? [`[Its README](/repository/${path}/README.md).`, ''] : [];
  return [`# ${path}/`, '', 'A folder of the repository.', '', ...readme, ...entries, ''].join('\n');
}

function filePage(path) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const language = { '.java': 'java', '.yaml': 'yaml', '.json': 'json', '.sh': 'sh', '.mjs': 'js', '.xml': 'xml' };
  return [`# ${name}`, '', `\`${path}\` of the repository.`, '', ...fence(language[extname(path)] ?? 'txt', read(path))].join('\n');
}

const isPicture = (path) => ['.png', '.svg', '.jpg'].includes(extname(path));
const read = (path) => readFileSync(join(ROOT, path), 'utf8');

function write(path, text) {
  const to = join(PAGES, path);
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, text);
}

function copy(from, path) {
  const to = join(PAGES, path);
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}

function requireAlive(own) {
  const dead = deadLinks(PAGES, own).filter(
    // What is served as it is lies in a folder that no address names.
    ({ page, target }) => kindOf(`public/${resolve(page, target)}`, PAGES) === undefined,
  );
  for (const { page, line, target, why } of dead) {
    console.error(`site/pages/${page}:${line}: dead link: ${target} ${why}`);
  }
  if (dead.length > 0) {
    process.exit(1);
  }
}

if (process.argv[1] === import.meta.filename) {
  assemble();
}
