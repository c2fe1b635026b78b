// What every peer is given: the pairs, decoded pictures, and a stopwatch for each pair; what it gives back: one JSON file.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const image = require('@canvas/image');

/** Reads `image_a,image_b,same_person`, and of it every n-th line, so that about `count` remain with both kinds among them. */
export function readPairs(file, count) {
  const lines = readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1);
  const step = Math.max(1, Math.floor(lines.length / count));
  return lines
    .filter((_, index) => index % step === 0)
    .slice(0, count)
    .map((line) => {
      const [a, b, same] = line.split(',');
      return { a, b, same: same === 'true' };
    });
}

/** A picture as rows of red, green and blue bytes: what these libraries take where there is no browser. */
export async function readPicture(file) {
  const canvas = await image.imageFromBuffer(readFileSync(file));
  const rgba = image.getImageData(canvas).data;
  const rgb = new Int32Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4) {
    rgb[to++] = rgba[from];
    rgb[to++] = rgba[from + 1];
    rgb[to++] = rgba[from + 2];
  }
  return { rgb, shape: [canvas.height, canvas.width, 3] };
}

/**
 * Runs a peer over the pairs. A pair takes what a verification takes: both files are read, decoded, searched for the face, described, compared.
 *
 * @param describe from a picture to the description of its most prominent face, or null
 * @param similarity from two descriptions to a number, larger for the same person
 */
export async function run({ name, version, threshold, describe, similarity }) {
  const [pairsFile, images, count, out] = process.argv.slice(2);
  const pairs = readPairs(pairsFile, Number(count));
  const scores = [];
  for (let warmUp = 0; warmUp < 3; warmUp++) {
    await describe(await readPicture(join(images, pairs[warmUp].a)));
  }
  for (const pair of pairs) {
    const started = process.cpuUsage();
    const clock = performance.now();
    const one = await describe(await readPicture(join(images, pair.a)));
    const other = await describe(await readPicture(join(images, pair.b)));
    const score = one === null || other === null ? null : similarity(one, other);
    const used = process.cpuUsage(started);
    scores.push({ same: pair.same, score, millis: performance.now() - clock, cpuMillis: (used.user + used.system) / 1000 });
    if (process.stderr.isTTY) {
      process.stderr.write(`\r${name}: ${scores.length} of ${pairs.length} pairs `);
    }
  }
  if (process.stderr.isTTY) {
    process.stderr.write('\n');
  }
  const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;
  writeFileSync(out, JSON.stringify({ name, version, threshold, peakMebibytes: peak, scores }));
}
