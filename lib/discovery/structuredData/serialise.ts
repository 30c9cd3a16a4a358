import type { Graph } from 'schema-dts';

/** Signs that mean something to parsers of HTML, or end a line in old scripts. */
const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/**
 * A description as the content of a script element: JSON that no text in it can break out of (JSON-LD
 * 1.1, section 7).
 */
export function serialise(graph: Graph): string {
  return JSON.stringify(graph).replace(/[<>&\u2028\u2029]/g, (sign) => ESCAPES[sign] ?? sign);
}
