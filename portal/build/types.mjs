// Makes the types of the API out of its description. They are not committed, so they cannot be older than it is.
import { readFileSync, writeFileSync } from 'node:fs';
import openapi, { astToString } from 'openapi-typescript';

const description = new URL('../../docs/api/openapi.json', import.meta.url);
const types = new URL('../src/api/schema.d.ts', import.meta.url);

writeFileSync(types, astToString(await openapi(JSON.parse(readFileSync(description, 'utf8')))));
