const INTERVAL = 500;

/**
 * Ends this process in the orderly way when the shell that npm started it in ends: npm passes a
 * signal to that shell alone, and the server would go on without anybody who could stop it.
 */
export function followShell(variables: NodeJS.ProcessEnv = process.env): void {
  if (variables.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, INTERVAL);
  timer.unref();
}
