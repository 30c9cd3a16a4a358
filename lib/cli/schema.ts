import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCHEMA_FOLDER, schemaFiles } from './schema/schemas';

mkdirSync(SCHEMA_FOLDER, { recursive: true });
for (const [name, text] of schemaFiles()) writeFileSync(join(SCHEMA_FOLDER, name), text);
console.log(`Written to ${SCHEMA_FOLDER}: ${[...schemaFiles().keys()].join(', ')}`);
