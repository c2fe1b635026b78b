// Packs what npm would publish, as a tarball in target.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';

copyFileSync('../../LICENSE', 'LICENSE');
mkdirSync('target', { recursive: true });
const npm = spawnSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', 'target'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exit(npm.status ?? 1);
