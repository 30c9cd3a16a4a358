import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** How long one export took. */
export interface ExportTime {
  /** Milliseconds of the whole command, from the start of its process to the end. */
  readonly milliseconds: number;
  /** Files that it made, and those that it wrote. */
  readonly made: number;
  readonly written: number;
}

export interface ExportPlaces {
  readonly contentDir: string;
  readonly dataDir: string;
  /** Folder of the export. */
  readonly out: string;
}

const LAST_LINE = /^Exported .*: (\d+) made, (\d+) written/m;

/**
 * Exports as `npm run export` does.
 * @param node values for Node itself
 * @param options of the command
 * @throws Error with what it said where it does not end well
 */
export function runExport(
  { contentDir, dataDir, out }: ExportPlaces,
  node: readonly string[] = [],
  options: readonly string[] = [],
): ExportTime {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [...node, join('lib', 'cli', 'run.mjs'), 'export', '--out', out, ...options],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        CONTENT_DIR: contentDir,
        DATA_DIR: dataDir,
        SITE_URL: 'https://bench.example',
        RATES_REFRESH: 'off',
      },
    },
  );
  const milliseconds = performance.now() - start;
  const [, made, written] = LAST_LINE.exec(stderr) ?? [];
  if (status !== 0 || made === undefined || written === undefined) {
    throw new Error(`The export did not end well:\n${stderr.slice(-4000)}`);
  }
  return { milliseconds, made: Number(made), written: Number(written) };
}
