// Builds the site into target/site, and follows every link of it.
import { build } from 'vitepress';
import { assemble } from './assemble.mjs';
import { deadLinksOfBuilt } from './built.mjs';
import { BUILT, SITE, filesBelow } from './repository.mjs';

const begun = Date.now();
assemble();
// The builder prints each step it takes; only what it complains of is of interest.
process.env.NO_COLOR ??= '1';
await build(SITE);
const dead = deadLinksOfBuilt(BUILT);
dead.forEach((line) => console.error(line));
if (dead.length > 0) {
  process.exit(1);
}
const pages = filesBelow(BUILT).filter((file) => file.endsWith('.html')).length;
console.log(`site: ${pages} pages in ${((Date.now() - begun) / 1000).toFixed(1)} s, no dead link`);
process.exit(0);
