import { canInstall, install, runs } from '@/tests/support/programs';

/** Thrown where no Java can be had; the message says how to get one. */
export class JavaMissing extends Error {
  override readonly name = 'JavaMissing';
}

const ADVICE =
  'The HTML checker needs Java 11 or newer. Install it with the package manager of your system, ' +
  'or name the program in JAVA_PATH.';

/**
 * Name of a Java that runs: the one of JAVA_PATH or the system's. Installs one where there is none.
 * @throws JavaMissing where JAVA_PATH names no working program, or installing failed
 */
export function ensureJava(): string {
  const named = process.env.JAVA_PATH;
  if (named) {
    if (runs(named, '-version')) return named;
    throw new JavaMissing(`JAVA_PATH is "${named}", which is no Java that runs.`);
  }
  if (runs('java', '-version')) return 'java';
  if (!canInstall()) throw new JavaMissing(ADVICE);
  console.error('No Java found: installing one for the HTML checker ...');
  try {
    install('default-jre-headless');
  } catch (error) {
    throw new JavaMissing(`${error instanceof Error ? error.message : error} ${ADVICE}`);
  }
  return 'java';
}
