import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/**
 * A reporter for vitest: writes the errors that came outside of any test, which its JSON leaves
 * out, to the file that `OUTSIDE_ERRORS_FILE` names, as a JSON list of texts.
 */
// biome-ignore lint/style/noDefaultExport: vitest takes a reporter of one's own only so.
export default class OutsideErrors implements Reporter {
  onTestRunEnd(_modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const file = process.env.OUTSIDE_ERRORS_FILE;
    if (!file) throw new Error('Say with OUTSIDE_ERRORS_FILE where the errors are to be written.');
    writeFileSync(file, JSON.stringify(errors.map(({ stack, message }) => stack ?? message)));
  }
}
