// Copies what the pages use of Primer and of github-markdown-css, and records it. See update.sh.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';

const target = '../../src/CommunityBot/Web/Assets';
const kept = `${target}/Kept`;
const modules = 'node_modules';
const primer = `${modules}/@primer/primitives/dist/css`;

// Icons by their names at https://primer.style/octicons, 16 pixels.
const icons = [
  'alert', 'check', 'check-circle', 'clock', 'comment', 'comment-discussion', 'copy', 'database', 'git-merge', 'git-pull-request', 'heart', 'inbox', 'info', 'issue-opened', 'light-bulb',
  'mark-github', 'moon', 'paper-airplane', 'people', 'play', 'report', 'rocket', 'smiley', 'stop', 'sun', 'tag', 'x-circle', 'link', 'link-external', 'device-desktop',
];

const read = path => readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '').replace(/\r/g, '');
const uses = css => [...css.matchAll(/var\((--[\w-]+)/g)].map(match => match[1]);

/** The properties of the first block of a file, which has those of one theme. */
function properties(path) {
  const block = read(path).match(/\{([^{}]*)\}/)[1];
  return new Map([...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(match => [match[1], match[2].trim()]));
}

/** The rules of github-markdown-css, without its own copy of the tokens, without the colours of code, which no comment of the bot has, and without pictures, which the pages do not allow. */
function markdown() {
  const css = read(`${modules}/github-markdown-css/github-markdown.css`);
  const rules = css.slice(css.indexOf('.markdown-body {', css.lastIndexOf('@media (prefers-color-scheme')));
  return rules.replace(/^[^{}]*\.pl-[^{}]*\{[^{}]*\}\n*/gm, '').replace(/^[^{}]*\{[^{}]*url\([^{}]*\}\n*/gm, '').trim() + '\n';
}

const themes = ['light', 'dark', 'light-high-contrast', 'dark-high-contrast'].map(name => properties(`${primer}/functional/themes/${name}.css`));
const shared = new Map([
  'base/size/size', 'base/typography/typography', 'functional/size/size', 'functional/size/radius', 'functional/size/border', 'functional/typography/typography',
].flatMap(name => [...properties(`${primer}/${name}.css`)]));

const rules = markdown();
const wanted = new Set();
const look = name => {
  if (!wanted.has(name)) {
    wanted.add(name);
    [...themes, shared].forEach(tokens => uses(tokens.get(name) ?? '').forEach(look));
  }
};
[rules, read(`${target}/site.css`)].flatMap(uses).forEach(look);

const write = (selector, tokens) =>
  `${selector} {\n${[...tokens].filter(([name]) => wanted.has(name)).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `  ${name}: ${value};`).join('\n')}\n}\n`;
const [light, dark, lightContrast, darkContrast] = themes;

// What a visitor prefers holds for a page; data-theme shows a part of it otherwise.
const tokens = [
  write(':root', shared),
  write(':root, [data-theme="light"]', light),
  write('[data-theme="dark"]', dark),
  `@media (prefers-color-scheme: dark) {\n${write(':root', dark)}}\n`,
  `@media (prefers-contrast: more) {\n${write(':root, [data-theme="light"]', lightContrast)}${write('[data-theme="dark"]', darkContrast)}}\n`,
  `@media (prefers-color-scheme: dark) and (prefers-contrast: more) {\n${write(':root', darkContrast)}}\n`,
].join('');

const licence = (name, file) => `${name}\n${'='.repeat(name.length)}\n\n${readFileSync(`${modules}/${name}/${file}`, 'utf8').trim()}\n`;

rmSync(kept, { recursive: true, force: true });
mkdirSync(`${kept}/icons`, { recursive: true });
writeFileSync(`${kept}/tokens.css`, tokens);
writeFileSync(`${kept}/markdown.css`, rules);
icons.forEach(name => writeFileSync(`${kept}/icons/${name}.svg`, `${readFileSync(`${modules}/@primer/octicons/build/svg/${name}-16.svg`, 'utf8').trim()}\n`));
writeFileSync(`${kept}/LICENSES.txt`, [licence('@primer/primitives', 'LICENSE'), licence('@primer/octicons', 'LICENSE'), licence('github-markdown-css', 'license')].join('\n'));

const files = readdirSync(kept, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  .map(entry => `${entry.parentPath}/${entry.name}`.slice(kept.length + 1)).sort();
writeFileSync(`${target}/kept.sha256`, files.map(name => `${createHash('sha256').update(readFileSync(`${kept}/${name}`)).digest('hex')}  Kept/${name}\n`).join(''));
