// Runs the tests of what builds the site, then checks the links of every page of the repository, and ends with an error that names
// file and line of each dead one.
import { spawnSync } from 'node:child_process';
import { deadLinks } from './links.mjs';
import { filesBelow, isPage, ROOT } from './repository.mjs';

const { status } = spawnSync(process.execPath, ['--test', '--test-reporter=dot', 'build/'], { stdio: 'inherit' });
if (status !== 0) {
  process.exit(1);
}
// Pages that are written for the site link to what is made for it; assemble.mjs checks them where they meet.
const pages = filesBelow(ROOT).filter((path) => isPage(path) && !path.startsWith('site/pages/'));
const dead = deadLinks(ROOT, pages);
for (const { page, line, target, why } of dead) {
  console.error(`${page}:${line}: dead link: ${target} ${why}`);
}
if (dead.length > 0) {
  process.exit(1);
}
console.log(`site: no dead link in ${pages.length} pages`);
