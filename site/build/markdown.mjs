// What a page holds, as far as links need it: its links with their lines, and the anchors that links can end at.
import MarkdownIt from 'markdown-it';

const parser = new MarkdownIt({ html: true, linkify: false });
const HTML_LINK = /<(?:a|img|source)\b[^>]*?\s(?:href|src)\s*=\s*["']([^"']+)["']/gi;
const HTML_ANCHOR = /\s(?:id|name)\s*=\s*["']([^"']+)["']/gi;

/** The anchor of a heading, as GitHub makes it; the site makes it likewise, so that a link is right in both. */
export function slug(heading) {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** Its links and pictures, as `{ target, line }`; the line is that of the text, or of the paragraph where the text has it twice. */
export function linksOf(text) {
  const lines = text.split('\n');
  const found = [];
  const add = (target, token, range) => {
    const [first, after] = range ?? [0, lines.length];
    const at = lines.slice(first, after).findIndex((line) => line.includes(target) || line.includes(decoded(target)));
    found.push({ target, line: first + (at < 0 ? 0 : at) + 1 });
  };
  walk(parser.parse(text, {}), undefined, (token, range) => {
    if (token.type === 'link_open') {
      add(token.attrGet('href'), token, range);
    } else if (token.type === 'image') {
      add(token.attrGet('src'), token, range);
    } else if (token.type === 'html_inline' || token.type === 'html_block') {
      for (const [, target] of token.content.matchAll(HTML_LINK)) {
        add(target, token, range);
      }
    }
  });
  return found;
}

/** What a link to this page may end with, after the #. */
export function anchorsOf(text) {
  const anchors = new Set();
  const tokens = parser.parse(text, {});
  tokens.forEach((token, i) => {
    if (token.type === 'heading_open') {
      const words = tokens[i + 1].children
        .filter((child) => child.type === 'text' || child.type === 'code_inline')
        .map((child) => child.content)
        .join('');
      const own = /\{#([\w-]+)\}\s*$/.exec(words);
      const plain = own === null ? slug(words) : own[1];
      let anchor = plain;
      for (let again = 1; anchors.has(anchor); again++) {
        anchor = `${plain}-${again}`;
      }
      anchors.add(anchor);
    }
  });
  walk(tokens, undefined, (token) => {
    if (token.type === 'html_inline' || token.type === 'html_block') {
      for (const [, id] of token.content.matchAll(HTML_ANCHOR)) {
        anchors.add(id);
      }
    }
  });
  return anchors;
}

function walk(tokens, range, visit) {
  for (const token of tokens) {
    const here = token.map ?? range;
    visit(token, here);
    if (token.children !== null) {
      walk(token.children, here, visit);
    }
  }
}

function decoded(target) {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}
