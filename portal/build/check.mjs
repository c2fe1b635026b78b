// Runs every check of the portal, one after the other, and stops at the first that fails.
import { spawnSync } from 'node:child_process';

const checks = [
  ['client of the API', 'build/types.mjs'],
  ["the API's description", 'build/spectral.mjs'],
  ['description of events', 'build/asyncapi.mjs'],
  ['format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  ['lint', 'node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'],
  ['types', 'node_modules/typescript/bin/tsc', '--noEmit'],
  ['tests', 'node_modules/vitest/vitest.mjs', 'run'],
];

for (const [name, ...command] of checks) {
  const started = Date.now();
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`portal: ${name} failed`);
    process.exit(1);
  }
  console.log(`portal: ${name} passed in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
