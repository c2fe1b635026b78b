// @vladmandic/human on WebAssembly, configured as its demo/nodejs/node-similarity.js, with nothing on but what a comparison needs.
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { run } from './pairs.mjs';

const require = createRequire(import.meta.url);
const tf = require('@tensorflow/tfjs');
const wasm = require('@tensorflow/tfjs-backend-wasm');
const root = dirname(dirname(require.resolve('@vladmandic/human')));
const { Human } = require(join(root, 'dist/human.node-wasm.js'));
const wasmPath = join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist/');
wasm.setWasmPaths(wasmPath);
await tf.setBackend('wasm');
await tf.ready();

// Its WebAssembly build reads its networks over HTTP only.
const models = createServer(async (request, response) => {
  try {
    response.end(await readFile(join(root, 'models', basename(request.url))));
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => models.listen(0, '127.0.0.1', ready));

const off = { enabled: false };
const human = new Human({
  backend: 'wasm',
  wasmPath,
  modelBasePath: `http://127.0.0.1:${models.address().port}/`,
  cacheSensitivity: 0,
  filter: off,
  face: {
    enabled: true,
    detector: { maxDetected: 1 },
    mesh: { enabled: true },
    description: { enabled: true },
    iris: off,
    emotion: off,
    antispoof: off,
    liveness: off,
  },
  body: off,
  hand: off,
  object: off,
  gesture: off,
  segmentation: off,
});
await human.load();

await run({
  name: '@vladmandic/human',
  version: human.version,
  // The threshold of its demo/facematch.
  threshold: 0.5,
  describe: async ({ rgb, shape }) => {
    const tensor = human.tf.tensor3d(rgb, shape, 'int32');
    try {
      const { face } = await human.detect(tensor);
      return face.length === 0 || !face[0].embedding ? null : face[0].embedding;
    } finally {
      human.tf.dispose(tensor);
    }
  },
  similarity: (one, other) => human.match.similarity(one, other, { order: 2 }),
});
models.close();
