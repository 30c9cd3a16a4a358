/**
 * Has the MDN HTTP Observatory look at pages, and prints a line of JSON for each. It runs in a process of its own,
 * which is told at its start whose certificates to believe (NODE_EXTRA_CA_CERTS). The program's own
 * command knows neither ports nor paths; this does what it does, with both.
 *
 * node scan.mjs FOLDER HTTP-PORT HTTPS-PORT PATH...
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder = '', httpPort, httpsPort, ...paths] = process.argv.slice(2);
const load = (file) => import(pathToFileURL(join(folder, 'src', file)).href);
const { retrieve } = await load('retriever/retriever.js');
const { ALL_TESTS } = await load('constants.js');
const { getGradeForScore, getScoreModifier } = await load('grader/grader.js');
const { MINIMUM_SCORE_FOR_EXTRA_CREDIT } = await load('grader/charts.js');

for (const path of paths) {
  const requests = await retrieve('127.0.0.1', { httpPort, httpsPort, path });
  const results = ALL_TESTS.map((test) => test(requests));
  const modifiers = results.map(({ result }) => getScoreModifier(result));
  const losses = modifiers.filter((modifier) => modifier < 0);
  const total = (numbers) => numbers.reduce((sum, number) => sum + number, 100);
  const plain = total(losses);
  const score = plain >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? total(modifiers) : plain;
  const failed = results
    .filter(({ pass }) => !pass)
    .map((output) => `${output.constructor.name}: ${output.result}`);
  const { status } = requests.responses.auto;
  console.log(JSON.stringify({ path, status, ...getGradeForScore(score), failed }));
}
