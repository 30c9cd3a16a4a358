import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hasErrors } from '@/lib/content/diagnostics';
import { Desk } from './check/desk';
import { BEGIN, END } from './check/lines';
import { watchFolder } from './check/watch';
import { FORMATS, fixLine, isFormat, report } from './report';

const USAGE = 'npm run check -- [--content DIR] [--format text|json|github] [--fix | --watch]';

/** Reads a whole publication and prints every problem in it; the exit code is 1 for errors. */
async function check(): Promise<number> {
  const { values } = parseArgs({
    options: {
      content: { type: 'string' },
      format: { type: 'string', default: 'text' },
      fix: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
    },
  });
  const { format } = values;
  if (!isFormat(format)) return refuse(`--format is one of ${FORMATS.join(', ')}.`);
  if (values.watch && values.fix) return refuse('--watch and --fix exclude each other.');
  if (values.watch && format !== 'text') return refuse('--watch prints text alone.');
  const contentDir = resolve(values.content ?? process.env.CONTENT_DIR ?? 'content');
  const desk = new Desk(contentDir);
  if (values.watch) {
    await watchFolder(contentDir, () => checkAgain(desk, contentDir));
    return 0;
  }
  const { fixes, left } = values.fix
    ? await desk.mend()
    : { fixes: [], left: await desk.problems() };
  const changes = fixes.map(fixLine).join('');
  // Programs read the standard output as one document.
  if (format === 'text') process.stdout.write(changes);
  else process.stderr.write(changes);
  process.stdout.write(report(left, format, contentDir));
  return hasErrors(left) ? 1 : 0;
}

/** A folder that is out of reach for a moment, as while branches are switched, ends no watch. */
async function checkAgain(desk: Desk, contentDir: string): Promise<void> {
  console.log(BEGIN);
  try {
    process.stdout.write(report(await desk.problems(), 'text', contentDir));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
  }
  console.log(END);
}

function refuse(message: string): number {
  console.error(`${message}\n${USAGE}`);
  return 2;
}

process.exitCode = await check().catch((error: unknown) =>
  refuse(error instanceof Error ? error.message : String(error)),
);
