// Makes the package in dist: types of the API out of its description, then JavaScript. Neither is committed, so they cannot be older
// than the description. Does nothing when dist is newer than all that it is made of.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = new URL('../', import.meta.url);
const at = (path) => new URL(path, here);
const description = at('../../docs/api/openapi.json');
const schema = at('src/schema.ts');

function run(script, ...rest) {
  const { status } = spawnSync(process.execPath, [fileURLToPath(script), ...rest], {
    cwd: fileURLToPath(here),
    stdio: 'inherit',
  });
  if (status !== 0) {
    rmSync(at('dist'), { recursive: true, force: true });
    process.exit(1);
  }
}

run(at('../../scripts/npm-install.mjs'));
const sources = readdirSync(at('src')).filter((name) => name !== 'schema.ts');
const madeOf = [
  'package-lock.json',
  'tsconfig.json',
  'build/build.mjs',
  ...sources.map((name) => `src/${name}`),
];
const newest = Math.max(...[description, ...madeOf.map(at)].map((file) => statSync(file).mtimeMs));
const built = at('dist/index.js');
if (!existsSync(built) || statSync(built).mtimeMs < newest) {
  const { default: openapi, astToString } = await import('openapi-typescript');
  writeFileSync(schema, astToString(await openapi(JSON.parse(readFileSync(description, 'utf8')))));
  rmSync(at('dist'), { recursive: true, force: true });
  run(at('node_modules/typescript/bin/tsc'));
}
