import { canInstall, install, runs } from './programs';

interface WantedProgram {
  readonly program: string;
  /** Parameter with which it ends at once, and well. */
  readonly parameter: string;
  /** Environment variable that may name another one. */
  readonly variable: string;
  readonly debianPackage: string;
  /** What needs it, as the subject of a sentence. */
  readonly whoNeedsIt: string;
}

/**
 * Name of a program that runs: the one that its variable names, or the system's. Installs it where there is none.
 * @throws Error that says how to get one
 */
export function ensureProgram(wanted: WantedProgram): string {
  const { program, parameter, variable, debianPackage, whoNeedsIt } = wanted;
  const named = process.env[variable];
  if (named) {
    if (runs(named, parameter)) return named;
    throw new Error(`${variable} is "${named}", which is no ${program} that runs.`);
  }
  if (runs(program, parameter)) return program;
  const advice =
    `${whoNeedsIt} need ${program}. Install it with the package manager of your system, or name the ` +
    `program in ${variable}.`;
  if (!canInstall()) throw new Error(advice);
  console.error(`No ${program} found: installing one. ${whoNeedsIt} need it ...`);
  try {
    install(debianPackage);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error} ${advice}`);
  }
  return program;
}
