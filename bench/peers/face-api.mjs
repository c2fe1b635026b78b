// @vladmandic/face-api on WebAssembly, as its demo/node-wasm.js runs it: SSD MobileNet, 68 landmarks, dlib's descriptor.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { run } from './pairs.mjs';

const require = createRequire(import.meta.url);
const tf = require('@tensorflow/tfjs');
const wasm = require('@tensorflow/tfjs-backend-wasm');
const root = dirname(require.resolve('@vladmandic/face-api/package.json'));
const faceapi = require(join(root, 'dist/face-api.node-wasm.js'));

wasm.setWasmPaths(join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist/'));
await tf.setBackend('wasm');
await tf.ready();
for (const net of [faceapi.nets.ssdMobilenetv1, faceapi.nets.faceLandmark68Net, faceapi.nets.faceRecognitionNet]) {
  await net.loadFromDisk(join(root, 'model'));
}
const options = new faceapi.SsdMobilenetv1Options({ minConfidence: 0.1, maxResults: 10 });

await run({
  name: '@vladmandic/face-api',
  version: faceapi.version?.faceapi ?? faceapi.version,
  // The distance that its FaceMatcher takes when none is given; the sign turns, so that more is more alike.
  threshold: -0.6,
  describe: async ({ rgb, shape }) => {
    const tensor = tf.tensor3d(rgb, shape, 'int32');
    try {
      const found = await faceapi.detectSingleFace(tensor, options).withFaceLandmarks().withFaceDescriptor();
      return found?.descriptor ?? null;
    } finally {
      tf.dispose(tensor);
    }
  },
  similarity: (one, other) => -faceapi.euclideanDistance(one, other),
});
