import { fork } from 'node:child_process';
import { undoAtExit } from './cleanUp';
import { median } from './statistics';
import { SYNC_TASK, type SyncResult, syncResultSchema } from './syncTask';

/** Times in milliseconds, memory in bytes. */
export interface SyncMeasures {
  /** Into an empty archive. */
  readonly cold: number;
  /** Processor time of the same, which other work on the machine disturbs less. */
  readonly coldCpu: number;
  /** In a new process, with nothing changed since. */
  readonly warm: number;
  /** After one edited article, in a process that runs already: median of several. */
  readonly edit: number;
  /** Peak memory of the process that did the cold sync, and of the one that did the others. */
  readonly coldPeak: number | null;
  readonly warmPeak: number | null;
}

export interface SyncSetup {
  /** The bundled bench, which runs itself again for each task. */
  readonly program: string;
  readonly contentDir: string;
  /** An empty folder; afterwards it holds the archive. */
  readonly dataDir: string;
  /** Articles to edit: paths below the content folder. */
  readonly edited: readonly string[];
}

/**
 * Measures each sync in a process of its own, so that memory is that of the sync alone.
 * @throws Error where the archive is not what the measure takes it for
 */
export async function measureSync(setup: SyncSetup): Promise<SyncMeasures> {
  const { program, contentDir, dataDir, edited } = setup;
  const environment = { CONTENT_DIR: contentDir, DATA_DIR: dataDir };
  const cold = await runTask(program, environment, []);
  const warm = await runTask(program, environment, edited);
  if (cold.read === 0 || warm.read !== 0) {
    throw new Error(
      `The cold sync read ${cold.read} files, the warm one ${warm.read}: was the program changed meanwhile?`,
    );
  }
  return {
    cold: cold.opened,
    coldCpu: cold.openedCpu,
    warm: warm.opened,
    edit: median(warm.edits),
    coldPeak: cold.peakMemory,
    warmPeak: warm.peakMemory,
  };
}

/**
 * Reads a publication into an archive as a first start does, however long it takes.
 * @param environment names the publication and the folder of the archive
 * @throws Error where something is wrong with the publication
 */
export async function fillArchive(
  program: string,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  await runTask(program, environment, []);
}

async function runTask(
  program: string,
  environment: Readonly<Record<string, string>>,
  edited: readonly string[],
): Promise<SyncResult> {
  const child = fork(program, [SYNC_TASK, ...edited], {
    execArgv: [],
    env: { ...process.env, ...environment },
  });
  undoAtExit(() => child.kill('SIGKILL'));
  const message = await new Promise<unknown>((resolve, reject) => {
    let told: unknown;
    child.once('message', (value) => {
      told = value;
    });
    child.once('error', reject);
    // Only then has it let go of the archive.
    child.once('exit', (code) => {
      if (told === undefined) reject(new Error(`The sync task ended with code ${code}`));
      else resolve(told);
    });
  });
  const result = syncResultSchema.parse(message);
  if (result.problems.length > 0) {
    const [first] = result.problems;
    throw new Error(`The publication has ${result.problems.length} problems, first: ${first}`);
  }
  return result;
}
