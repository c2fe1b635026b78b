import { defineConfig } from 'vitepress';
import { slug } from '../build/markdown.mjs';
import { kindOf, placeOnSite, resolve, sourceOf } from '../build/repository.mjs';
import { sidebar } from '../build/sidebar.mjs';

const ELSEWHERE = /^[a-z][a-z0-9+.-]*:|^\/\/|^#/i;

/** Pages are copies, so their links are taken from where the page is in the repository to where things are on the site. */
function linksOfTheRepository(md) {
  md.core.ruler.push('links-of-the-repository', ({ tokens, env }) => {
    const source = sourceOf(env.relativePath);
    if (source === undefined) {
      return;
    }
    for (const token of tokens.flatMap((block) => block.children ?? [])) {
      const attribute = { link_open: 'href', image: 'src' }[token.type];
      if (attribute !== undefined) {
        token.attrSet(attribute, onSite(source, token.attrGet(attribute), attribute === 'src'));
      }
    }
  });
}

function onSite(source, target, picture) {
  if (ELSEWHERE.test(target)) {
    return target;
  }
  const [path, anchor] = target.split('#', 2);
  const to = resolve(source, decodeURI(path));
  const place = picture ? (to.startsWith('docs/') ? `/${to.slice('docs/'.length)}` : `/repository/${to}`) : placeOnSite(to, kindOf(to));
  return place + (anchor === undefined ? '' : `#${anchor}`);
}

export default defineConfig({
  title: 'Namesake',
  description: 'A phone number or an internet line stands in the name of the person who really holds it.',
  lang: 'en',
  srcDir: 'target/pages',
  outDir: 'target/site',
  cacheDir: 'target/vitepress',
  head: [['link', { rel: 'icon', href: '/favicon.svg' }]],
  // Every build from one source is the same.
  lastUpdated: false,
  metaChunk: true,
  markdown: {
    anchor: { slugify: slug },
    // Every link is checked in the built pages, so that nothing is checked here by other rules.
    config: linksOfTheRepository,
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  // Pictures keep their addresses: the pages name them from the top.
  vite: { publicDir: 'public', logLevel: 'warn', build: { chunkSizeWarningLimit: 4000 } },
  vue: { template: { transformAssetUrls: { includeAbsolute: false } } },
  themeConfig: {
    outline: [2, 3],
    search: { provider: 'local', options: { detailedView: true } },
    nav: [
      { text: 'Tutorials', link: '/tutorials/' },
      { text: 'How-to', link: '/how-to/' },
      { text: 'Reference', link: '/reference/api/' },
      { text: 'Explanation', link: '/repository/ARCHITECTURE' },
    ],
    sidebar: sidebar(),
    docFooter: { prev: false, next: false },
  },
});
