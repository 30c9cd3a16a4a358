import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import * as z from 'zod';
import { type CleanRoot, layOutRoot } from './cleanRoot';
import type { CopyStep, Stage } from './dockerfile';
import { contextOf } from './ignored';

export interface Image {
  readonly root: CleanRoot;
  readonly environment: Readonly<Record<string, string>>;
  readonly workdir: string;
}

interface BuildOptions {
  readonly stages: readonly Stage[];
  /** Where all of it is made. */
  readonly folder: string;
  readonly context: string;
  readonly ignoreFile: string;
  /** What is done in place of a command, given the folder of the root. */
  readonly instead?: ReadonlyMap<string, (folder: string) => string>;
}

/** Runs the steps of a Dockerfile in order, each stage in a clean root of its own. */
export function buildImage({ stages, folder, context, ignoreFile, instead }: BuildOptions): Image {
  const made = new Map<string, Image>();
  let image: Image | undefined;
  for (const [index, stage] of stages.entries()) {
    const root = layOutRoot(join(folder, String(index)));
    let environment: Record<string, string> = { PATH: process.env.PATH ?? '' };
    let workdir = '/';
    for (const step of stage.steps) {
      switch (step.kind) {
        case 'env':
          environment = { ...environment, ...step.values };
          break;
        case 'workdir':
          workdir = posix.resolve(workdir, step.path);
          mkdirSync(join(root.folder, workdir), { recursive: true });
          break;
        case 'copy': {
          const target = join(root.folder, posix.resolve(workdir, step.target));
          if (step.from === null) copyContext(step, target, context, ignoreFile);
          else copyStage(step, target, made.get(step.from));
          break;
        }
        case 'run': {
          const command = instead?.get(step.command)?.(root.folder) ?? step.command;
          runStep(command, { root, environment, workdir });
        }
      }
    }
    image = { root, environment, workdir };
    if (stage.name !== null) made.set(stage.name, image);
  }
  if (image === undefined) throw new Error('The Dockerfile has no stage');
  return image;
}

/** As Docker does: a folder's content for a folder, and files by their names where there are several. */
function copyContext(step: CopyStep, target: string, context: string, ignoreFile: string): void {
  const files = contextOf(context, ignoreFile);
  for (const source of step.sources) {
    const within = source === '.' ? '' : `${source.replace(/\/$/, '')}/`;
    const wanted = files.filter((file) => file === source || file.startsWith(within));
    if (wanted.length === 0) throw new Error(`COPY ${source}: the context has no such file`);
    for (const file of wanted) {
      const name = file === source ? basename(file) : file.slice(within.length);
      cpSync(join(context, file), join(target, name), { preserveTimestamps: true });
    }
  }
}

function copyStage({ sources, from }: CopyStep, target: string, stage: Image | undefined): void {
  if (stage === undefined) throw new Error(`COPY --from=${from}: there is no such stage`);
  mkdirSync(target, { recursive: true });
  // By links: nothing is written to the stage any more.
  for (const source of sources) {
    execFileSync('cp', ['-al', `${join(stage.root.folder, source)}/.`, target]);
  }
}

function runStep(command: string, { root, environment, workdir }: Image): void {
  const cache = join(root.folder, 'root', '.npm');
  mkdirSync(cache, { recursive: true });
  // The cache that the step asks for is this machine's, and so is the way to the registry.
  const npm = npmSettings();
  const script = `${root.enter}\nmount --bind ${npm.cache} ${cache}\n${chroot(root, workdir)}`;
  const run = spawnIn(['unshare', '--mount', 'sh', '-c', script, 'sh', command], {
    HOME: '/root',
    npm_config_registry: npm.registry,
    ...(npm.cafile !== null && { npm_config_cafile: npm.cafile }),
    ...environment,
  });
  if (run.status === 0) return;
  throw new Error(`RUN ${command}\nended with ${run.status}:\n${run.stdout}\n${run.stderr}`);
}

const settings = z.object({
  cache: z.string(),
  registry: z.string(),
  cafile: z.string().nullish().default(null),
});

/** How npm works on this machine. */
function npmSettings(): z.output<typeof settings> {
  return settings.parse(
    JSON.parse(execFileSync('npm', ['config', 'ls', '-l', '--json'], { encoding: 'utf8' })),
  );
}

/** Runs a command with nothing in its environment but what is given. */
export function spawnIn(command: readonly string[], environment: Readonly<Record<string, string>>) {
  const pairs = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  return spawnSync('env', ['-i', ...pairs, ...command], { encoding: 'utf8' });
}

function chroot({ folder }: CleanRoot, workdir: string): string {
  return `exec chroot ${folder} /bin/sh -c 'cd ${workdir} && eval "$1"' sh "$1"`;
}
