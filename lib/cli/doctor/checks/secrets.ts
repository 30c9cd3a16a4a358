import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { closest } from '@/lib/content/suggest';
import { SETTINGS } from '@/lib/site/environment';
import { type Check, error, type Finding, ok, warning } from '../finding';

/** Letters of a secret that nobody finds by trying: 128 bits as hexadecimal digits. */
const GOOD_LENGTH = 32;
/** Fewer different letters mean a word, or one key held down. */
const FEWEST_LETTERS = 8;
const FOR_OTHERS = 0o077;
const FOR_ALL = 0o007;

export const secrets: Check = {
  name: 'secrets',
  run: ({ folder, environment }) => {
    const { publishing, previewSecret, operation } = environment;
    const set = { PUBLISH_SECRET: publishing.secret, PREVIEW_SECRET: previewSecret };
    const all = Object.entries({ ...set, METRICS_TOKEN: operation.metrics.token });
    const weak = all.flatMap(([name, value]) => (value === null ? [] : judgeSecret(name, value)));
    const found = [...weak, ...envFile(join(folder, '.env'))];
    return found.length > 0
      ? found
      : [ok('Secrets are long enough, and .env is nobody else’s to read.')];
  },
};

function judgeSecret(name: string, value: string): Finding[] {
  const mend = `Make another: openssl rand -hex 32. Whoever else has it, such as a webhook, needs the new one too.`;
  if (new Set(value).size < FEWEST_LETTERS) return [error(`${name} can be guessed.`, mend)];
  return value.length < GOOD_LENGTH ? [warning(`${name} is short.`, mend)] : [];
}

function envFile(path: string): Finding[] {
  if (!existsSync(path)) return [];
  const settings = Object.entries(parseEnv(readFileSync(path, 'utf8')));
  const holdsSecrets = settings.some(([name, value]) => /SECRET|TOKEN|KEY/.test(name) && value);
  return [
    ...(holdsSecrets ? judgeMode(path, statSync(path).mode) : []),
    ...settings.flatMap(([name]) => judgeName(name)),
  ];
}

function judgeMode(path: string, mode: number): Finding[] {
  const mend = `chmod 600 ${path}`;
  const found = '.env holds secrets, and others than its owner can read it.';
  if (mode & FOR_ALL) return [error(found, mend)];
  return mode & FOR_OTHERS ? [warning(found, mend)] : [];
}

/** Others may stand there for programs beside, such as NODE_OPTIONS; a slip of the pen is not one of them. */
function judgeName(name: string): Finding[] {
  if (SETTINGS.includes(name)) return [];
  const meant = closest(name, SETTINGS);
  if (meant === undefined) return [];
  return [warning(`.env sets ${name}, which this program does not know.`, `${meant} is meant?`)];
}
