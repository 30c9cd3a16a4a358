import { readFileSync } from 'node:fs';
import {
  Arg,
  Copy,
  DockerfileParser,
  Env,
  From,
  type Instruction,
  Label,
  type User,
  Workdir,
} from 'dockerfile-ast';
import * as z from 'zod';

export interface CopyStep {
  readonly kind: 'copy';
  /** Name of the stage that it is copied from; null for the context of the build. */
  readonly from: string | null;
  readonly sources: readonly string[];
  readonly target: string;
}

export type Step =
  | CopyStep
  | { readonly kind: 'run'; readonly command: string }
  | { readonly kind: 'env'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'workdir'; readonly path: string };

/** What a Dockerfile says from one FROM to the next. */
export interface Stage {
  readonly name: string | null;
  readonly base: string;
  readonly steps: readonly Step[];
  readonly user: string | null;
  /** Program and parameters; null where they are not in the form that takes no shell. */
  readonly command: readonly string[] | null;
  readonly healthcheck: readonly string[] | null;
  readonly labels: readonly string[];
}

/**
 * Reads a Dockerfile into its stages.
 * @throws Error for an instruction that is not read here, so that none is passed over
 */
export function readDockerfile(file: string): Stage[] {
  const instructions = DockerfileParser.parse(readFileSync(file, 'utf8')).getInstructions();
  const parameters = new Map<string, string>();
  const stages: Instruction[][] = [];
  for (const one of instructions) {
    const property = one instanceof Arg ? one.getProperty() : null;
    if (property) parameters.set(property.getName(), property.getValue() ?? '');
    else if (one instanceof From) stages.push([one]);
    else stages.at(-1)?.push(one);
  }
  return stages.map((stage) => readStage(stage, parameters));
}

function readStage(instructions: Instruction[], parameters: ReadonlyMap<string, string>): Stage {
  const named = <Kind>(keyword: string) =>
    instructions.findLast((one) => one.getKeyword() === keyword) as Kind | undefined;
  const from = named<From>('FROM');
  const image = from?.getImage() ?? '';
  return {
    name: from?.getBuildStage() ?? null,
    base: image.replace(/^\$(\w+)$/, (_, name: string) => parameters.get(name) ?? ''),
    steps: instructions.flatMap(readStep),
    user: named<User>('USER')?.getArgumentsContent() ?? null,
    command: words(named('CMD')),
    healthcheck: words(named('HEALTHCHECK')),
    labels: instructions.flatMap((one) =>
      one instanceof Label ? one.getProperties().map((property) => property.getName()) : [],
    ),
  };
}

/** Instructions that change nothing of the files, and are looked at by themselves where at all. */
const FACTS = new Set(['FROM', 'LABEL', 'USER', 'VOLUME', 'EXPOSE', 'HEALTHCHECK', 'CMD']);

function readStep(one: Instruction): Step[] {
  if (one instanceof Copy) return [readCopy(one)];
  if (one instanceof Workdir) return [{ kind: 'workdir', path: one.getPath() ?? '/' }];
  if (one instanceof Env) {
    const pairs = one.getProperties().map((pair) => [pair.getName(), pair.getValue() ?? '']);
    return [{ kind: 'env', values: Object.fromEntries(pairs) }];
  }
  if (one.getKeyword() === 'RUN') {
    const command = (one.getArgumentsContent() ?? '').replace(/^(?:--\S+\s+)*/, '');
    return [{ kind: 'run', command }];
  }
  if (FACTS.has(one.getKeyword())) return [];
  throw new Error(`${one.getKeyword()} is not read here`);
}

function readCopy(copy: Copy): CopyStep {
  const paths = copy.getArguments().map((argument) => argument.getValue());
  const target = paths.pop() ?? '.';
  return { kind: 'copy', from: copy.getFromFlag()?.getValue() ?? null, sources: paths, target };
}

/** The words of the form that takes no shell: a list in JSON, behind options where there are any. */
function words(one: Instruction | undefined): string[] | null {
  const [, list] = /(?:^|\bCMD\s+)(\[.*\])$/s.exec(one?.getRawArgumentsContent() ?? '') ?? [];
  return list === undefined ? null : z.array(z.string()).parse(JSON.parse(list));
}
