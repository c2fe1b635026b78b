// Installs the locked packages of the folder it is started in, unless node_modules already holds exactly what package-lock.json says.
// No package may run a script of its own: none of ours needs one, and an install script is how a bad package gets in.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Namesake is built with Node 20.19 or newer; this is Node ${process.versions.node}.`);
  process.exit(69);
}

const marker = 'node_modules/.namesake-lock';
const wanted = createHash('sha256')
  .update(readFileSync('package-lock.json'))
  .update(process.version)
  .digest('hex');
if (!existsSync(marker) || readFileSync(marker, 'utf8') !== wanted) {
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.error !== undefined || npm.status !== 0) {
    console.error(`npm ci failed${npm.error === undefined ? '' : `: ${npm.error.message}`}`);
    process.exit(1);
  }
  writeFileSync(marker, wanted);
}
