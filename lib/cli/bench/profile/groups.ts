import { z } from 'zod';

/** What V8's profiler writes, as far as it is read here. */
export const profileSchema = z.object({
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({ functionName: z.string(), url: z.string() }),
    }),
  ),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});

export type Profile = z.output<typeof profileSchema>;

/** The first that a function's place matches; in a build, packages are bundled with our pages. */
const GROUPS: readonly (readonly [group: string, place: RegExp])[] = [
  ["Next's runtime, with React in it", /next\/dist|next-server|app-page/],
  ['pages and the packages bundled with them', /\.next\/server|\/ssr\//],
  ['SQLite', /libsql/],
  ['finishing: HTML and styles', /htmlparser2|postcss|entities|domhandler/],
  ['our server', /\.saxaul/],
  ['other packages', /node_modules/],
  ['compression', /node:zlib/],
  ["Node's own modules", /^node:/],
];

/** Shares of the time in which a thread worked, by group, largest first. */
export function shareByGroup({ nodes, samples, timeDeltas }: Profile): [string, number][] {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const times = new Map<string, number>();
  let worked = 0;
  for (const [index, sample] of samples.entries()) {
    const frame = frames.get(sample);
    const time = timeDeltas[index] ?? 0;
    if (!frame || frame.functionName === '(idle)') continue;
    const group = groupOf(frame.functionName, frame.url);
    times.set(group, (times.get(group) ?? 0) + time);
    worked += time;
  }
  return [...times]
    .map(([group, time]): [string, number] => [group, time / worked])
    .sort((a, b) => b[1] - a[1]);
}

function groupOf(name: string, url: string): string {
  if (name === '(garbage collector)') return 'garbage collection';
  return GROUPS.find(([, place]) => place.test(url))?.[0] ?? 'native code';
}
