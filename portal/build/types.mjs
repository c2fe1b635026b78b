// Makes the client of the API, which the pages use, out of the API's description. It is not committed, so it cannot be older than that.
import { rmSync } from 'node:fs';
import '../../clients/typescript/build/build.mjs';

// Where the types lay before there was a client; a checkout of that time still has them.
rmSync(new URL('../src/api/schema.d.ts', import.meta.url), { force: true });
