// Lints the API's description with Spectral's recommended rules for OpenAPI. Whatever it says, even a hint, fails the build.
import { readFileSync } from 'node:fs';
import parsers from '@stoplight/spectral-parsers';
import rulesets from '@stoplight/spectral-rulesets';
import spectral from '@stoplight/spectral-core';

const file = '../docs/api/openapi.json';
const linter = new spectral.Spectral();
linter.setRuleset({
  extends: [[rulesets.oas, 'recommended']],
  // Where the summary says all there is to say, a second sentence would repeat it.
  rules: { 'operation-description': 'off' },
});
const found = await linter.run(new spectral.Document(readFileSync(file, 'utf8'), parsers.Json, file));
for (const { code, path, message, range } of found) {
  console.error(`${file}:${range.start.line + 1} ${code} ${path.join('.')}: ${message}`);
}
if (found.length > 0) {
  process.exit(1);
}
