import * as z from 'zod';

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

/** The first that a function's place matches; React is bundled with the pages. */
const GROUPS: readonly (readonly [group: string, place: RegExp])[] = [
  ['pages, with queries and React', /\.next\/saxaul/],
  ['SQLite', /libsql/],
  [
    'parsing and writing Markdown',
    /node_modules\/(?:micromark|mdast|hast|remark|unist|unified|vfile|decode-named|html-void|property-info|stringify-entities)/,
  ],
  ['our server, with finishing', /\.saxaul/],
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
