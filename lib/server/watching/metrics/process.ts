import type { Server } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, type Registry } from 'prom-client';
import { loggedLines } from '@/lib/log/log';
import type { ProgramFacts } from '../programFacts';

/** Prepares what is said of the process: memory, event loop, connections, log, version. */
export function processMetrics(registry: Registry, facts: ProgramFacts, server: Server): void {
  const registers = [registry];
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 20 });
  new Gauge({
    name: 'saxaul_connections',
    help: 'Connections that are open.',
    registers,
    async collect() {
      this.set(
        await new Promise<number>((resolve, reject) => {
          server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
        }),
      );
    },
  });
  new Counter({
    name: 'saxaul_log_lines_total',
    help: 'Lines of the log, by level; those that LOG_LEVEL keeps back too.',
    labelNames: ['level'],
    registers,
    collect() {
      this.reset();
      for (const [level, count] of Object.entries(loggedLines())) this.inc({ level }, count);
    },
  });
  new Gauge({
    name: 'saxaul_build_info',
    help: 'Version of the program, build, and Node.',
    labelNames: ['version', 'build', 'node'],
    registers,
    collect() {
      this.set({ version: facts.version, build: facts.build, node: process.versions.node }, 1);
    },
  });
}
