// Checks the description of the events (docs/api/asyncapi.json) against AsyncAPI's own schema, which says what a description may hold.
import Ajv from 'ajv';
import formats from 'ajv-formats';
import specs from '@asyncapi/specs';
import { readFileSync } from 'node:fs';

const file = new URL('../../docs/api/asyncapi.json', import.meta.url);
const description = JSON.parse(readFileSync(file, 'utf8'));
const schema = specs.schemasWithoutId[description.asyncapi];
if (schema === undefined) {
  console.error(`There is no AsyncAPI ${description.asyncapi}.`);
  process.exit(1);
}
// Theirs has keywords of AsyncAPI's own, which Ajv does not know in its strict mode.
const ajv = new Ajv({ allErrors: true, strict: false });
formats(ajv);
if (!ajv.validate(schema, description)) {
  for (const error of ajv.errors) {
    console.error(`docs/api/asyncapi.json ${error.instancePath}: ${error.message}`);
  }
  process.exit(1);
}
