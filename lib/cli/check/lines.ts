/** Around each report of `--watch`; the problem matcher of `.vscode/tasks.json` waits for them. */
export const BEGIN = 'Checking.';
export const END = 'Watching for changes.';
