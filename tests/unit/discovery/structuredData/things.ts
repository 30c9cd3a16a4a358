import type { Graph } from 'schema-dts';

type Things = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export const SITE = 'https://courier.example';

/** The things of a graph by their types, as programs read them. */
export function thingsOf(graph: Graph): Things {
  const { '@graph': all } = JSON.parse(JSON.stringify(graph)) as {
    '@graph': Record<string, unknown>[];
  };
  return Object.fromEntries(all.map((thing) => [String(thing['@type']), thing]));
}
