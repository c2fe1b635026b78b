// Runs every check of the client, one after the other, and stops at the first that fails.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = new URL('../', import.meta.url);
const tests = readdirSync(new URL('test/', here)).filter((name) => name.endsWith('.test.ts'));
const checks = [
  ['build', 'build/build.mjs'],
  ['format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  ['types of tests', 'node_modules/typescript/bin/tsc', '--project', 'test'],
  ['tests', '--test', ...tests.map((name) => `target/test/${name.replace(/ts$/, 'js')}`)],
];

for (const [name, ...command] of checks) {
  const started = Date.now();
  const { status } = spawnSync(process.execPath, command, { cwd: fileURLToPath(here), stdio: 'inherit' });
  if (status !== 0) {
    console.error(`client: ${name} failed`);
    process.exit(1);
  }
  console.log(`client: ${name} passed in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
