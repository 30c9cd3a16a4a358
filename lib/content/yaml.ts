import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  parseDocument,
  visit,
} from 'yaml';
import type { Finding, Position } from './diagnostics';
import type { LineIndex } from './positions';

export type YamlPath = readonly (string | number)[];

/** A parsed YAML text that knows where in the file each of its values stands. */
export class YamlSource {
  readonly #document: Document;
  readonly #lines: LineIndex;
  readonly #offset: number;

  constructor(document: Document, lines: LineIndex, offset: number) {
    this.#document = document;
    this.#lines = lines;
    this.#offset = offset;
  }

  /** The plain value: maps, lists, strings, numbers, booleans, null. */
  value(): unknown {
    return this.#document.toJS() ?? {};
  }

  /** Place of a value; of the nearest enclosing value where it does not exist. */
  at(path: YamlPath): Position {
    for (let length = path.length; length > 0; length -= 1) {
      const node = this.#document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.#place(node.range[0], node.range[1]);
    }
    return this.#lines.range(0, 0);
  }

  /** Place of a key of the map at a path. */
  atKey(path: YamlPath, key: string): Position {
    const map = path.length === 0 ? this.#document.contents : this.#document.getIn(path, true);
    if (isMap(map)) {
      for (const pair of map.items) {
        if (isScalar(pair.key) && String(pair.key.value) === key && pair.key.range) {
          return this.#place(pair.key.range[0], pair.key.range[1]);
        }
      }
    }
    return this.at(path);
  }

  #place(start: number, end: number): Position {
    return this.#lines.range(start + this.#offset, end + this.#offset);
  }
}

export interface YamlResult {
  /** What could be read, also of a text with errors. */
  readonly source: YamlSource;
  readonly findings: readonly Finding[];
}

const LARGEST_NESTING = 20;
const MOST_FIELDS = 1000;

/**
 * Parses YAML with the core schema, in which dates stay text.
 * @param offset where the YAML text starts in the file that `lines` describes
 */
export function readYaml(text: string, lines: LineIndex, offset = 0): YamlResult {
  const tooDeep = deepFlowNesting(text);
  if (tooDeep !== -1) {
    return {
      source: new YamlSource(parseDocument(''), lines, offset),
      findings: [nestingFinding(lines, tooDeep + offset)],
    };
  }
  // The parser's own search for repeated keys takes the square of their number.
  const document = parseDocument(text, {
    schema: 'core',
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error',
  });
  const findings: Finding[] = [...document.errors, ...document.warnings].map((problem) => ({
    ...lines.range(problem.pos[0] + offset, problem.pos[1] + offset),
    severity: 'error',
    rule: 'yaml-syntax',
    message: yamlMessage(problem.code, problem.message),
  }));
  const structural = structuralFindings(document, lines, offset);
  if (structural.length === 0) findings.push(...repeatedKeys(document, lines, offset));
  // A value with aliases can expand without end, so nothing of it is read.
  const readable = structural.length > 0 ? parseDocument('') : document;
  return {
    source: new YamlSource(readable, lines, offset),
    findings: [...findings, ...structural],
  };
}

function structuralFindings(document: Document, lines: LineIndex, offset: number): Finding[] {
  const findings: Finding[] = [];
  visit(document, (_, node, ancestors) => {
    if (isAlias(node)) {
      const [start = 0, end = 0] = node.range ?? [];
      findings.push({
        ...lines.range(start + offset, end + offset),
        severity: 'error',
        rule: 'yaml-alias',
        message: `Aliases are not read here: write the value again in place of "*${node.source}".`,
      });
      return visit.SKIP;
    }
    if (isCollection(node) && ancestors.length > 2 * LARGEST_NESTING) {
      findings.push(nestingFinding(lines, (node.range?.[0] ?? 0) + offset));
      return visit.BREAK;
    }
    if (isMap(node) && node.items.length > MOST_FIELDS) {
      const start = (node.range?.[0] ?? 0) + offset;
      findings.push({
        ...lines.range(start, start),
        severity: 'error',
        rule: 'yaml-size',
        message: `More than ${MOST_FIELDS} fields stand side by side here; this must be a list.`,
      });
      return visit.BREAK;
    }
    return undefined;
  });
  return findings;
}

function repeatedKeys(document: Document, lines: LineIndex, offset: number): Finding[] {
  const findings: Finding[] = [];
  visit(document, {
    Map: (_, map) => {
      const known = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key) || !key.range) continue;
        if (known.has(key.value)) {
          findings.push({
            ...lines.range(key.range[0] + offset, key.range[1] + offset),
            severity: 'error',
            rule: 'duplicate-key',
            message: 'This field stands twice; keep one of the two.',
          });
        }
        known.add(key.value);
      }
    },
  });
  return findings;
}

function nestingFinding(lines: LineIndex, at: number): Finding {
  return {
    ...lines.range(at, at + 1),
    severity: 'error',
    rule: 'yaml-nesting',
    message: `Values are nested more than ${LARGEST_NESTING} deep here; no field needs that.`,
  };
}

/** Offset where brackets nest too deep for the recursive parser, or -1. */
function deepFlowNesting(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    if (depth > 10 * LARGEST_NESTING) return at;
  }
  return -1;
}

function yamlMessage(code: string, message: string): string {
  switch (code) {
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'YAML cannot read this: a text with a colon in it must stand in quotes.';
    case 'TAB_AS_INDENT':
      return 'YAML is indented with spaces; replace the tab.';
    case 'RESOURCE_EXHAUSTION':
      return 'Values are nested too deep here; no field needs that.';
    default:
      return `YAML cannot read this: ${message}`;
  }
}
