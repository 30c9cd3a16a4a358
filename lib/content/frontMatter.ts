import matter from 'gray-matter';
import { type Finding, START_OF_FILE } from './diagnostics';
import type { SourceFile } from './source';
import { readYaml, type YamlResult, type YamlSource } from './yaml';

export interface FrontMatter {
  readonly source: YamlSource;
  /** The Markdown after the front matter, as it stands in the file. */
  readonly body: string;
  /** Where the body starts in the file's text. */
  readonly bodyOffset: number;
}

export type FrontMatterResult =
  | { readonly ok: true; readonly frontMatter: FrontMatter; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

const OPENING_FENCE = /^---([^\r\n]*)\r?\n/;
const CLOSING_FENCE = /\n---([^\r\n]*)/;

/** In UTF-16 units; an article with twenty long corrections has half of it. */
const LONGEST_FRONT_MATTER = 20_000;

/**
 * Splits a Markdown file into YAML front matter and body.
 * Every language but YAML is refused before gray-matter sees it, since gray-matter would
 * evaluate a fence of `---js`.
 */
export function readFrontMatter(file: SourceFile): FrontMatterResult {
  const opening = OPENING_FENCE.exec(file.text);
  if (!opening) {
    return refuse(
      'front-matter-missing',
      'The file must begin with front matter: a line "---", the fields, and a line "---" again.',
    );
  }
  const language = opening[1]?.trim() ?? '';
  if (language !== '' && language !== 'yaml' && language !== 'yml') {
    return refuse(
      'front-matter-language',
      `Front matter is YAML; "${language.slice(0, 40)}" is not read. Open it with a line of three hyphens alone.`,
      file.lines.range(3, opening[0].trimEnd().length),
    );
  }
  const closing = CLOSING_FENCE.exec(file.text.slice(opening[0].length - 1));
  if (!closing) {
    return refuse(
      'front-matter-open',
      'The front matter is not closed: put a line of three hyphens after its last field.',
    );
  }
  if (closing[1]?.trim() !== '') {
    const at = opening[0].length + closing.index;
    return refuse(
      'front-matter-open',
      'The front matter ends at this line, which must be three hyphens and nothing else.',
      file.lines.range(at, at + closing[0].length - 1),
    );
  }
  // gray-matter takes the name of a language off before it hands over the text, but not blanks.
  const yamlOffset = language === '' ? 3 : 3 + (opening[1]?.length ?? 0);
  if (closing.index > LONGEST_FRONT_MATTER) {
    return refuse(
      'front-matter-length',
      `The front matter is longer than ${LONGEST_FRONT_MATTER} characters; long text belongs below it.`,
    );
  }
  return split(file, yamlOffset);
}

function split(file: SourceFile, yamlOffset: number): FrontMatterResult {
  let result: YamlResult = readYaml('', file.lines);
  const parsed = matter(file.text, {
    // Options are always passed: without them gray-matter caches a broken file as an empty one.
    language: 'yaml',
    engines: {
      yaml: (text: string): object => {
        // The last line's break is put back: without it a CRLF file's last value ends in a CR.
        result = readYaml(`${text}\n`, file.lines, yamlOffset);
        // The document keeps the places of its values, which gray-matter's plain data would lose.
        return {};
      },
      json: refuseToRun,
      js: refuseToRun,
      javascript: refuseToRun,
      coffee: refuseToRun,
    },
  });
  const { source, findings } = result;
  const bodyOffset = file.text.length - parsed.content.length;
  return { ok: true, frontMatter: { source, body: parsed.content, bodyOffset }, findings };
}

function refuseToRun(): never {
  throw new Error('front matter in a language other than YAML is never executed');
}

function refuse(rule: string, message: string, place = START_OF_FILE): FrontMatterResult {
  return { ok: false, findings: [{ ...place, severity: 'error', rule, message }] };
}
