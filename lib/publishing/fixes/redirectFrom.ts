import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { readFrontMatter } from '@/lib/content/frontMatter';
import type { SourceFile } from '@/lib/content/source';
import type { SitePath } from '@/lib/site/routes';
import type { Edit, Fix } from './fix';

/**
 * Adds old addresses to the `redirectFrom` of an article, or such a field where there is none.
 * Null where the front matter cannot be read, or holds something else than a list there.
 */
export function redirectFromFix(file: SourceFile, addresses: readonly SitePath[]): Fix | null {
  const edit = insertion(file, addresses);
  if (edit === null || addresses.length === 0) return null;
  const { line, column } = file.lines.range(edit.start, edit.start);
  const message = `${addresses.join(' and ')} now ${addresses.length === 1 ? 'leads' : 'lead'} here`;
  return {
    file: file.path,
    line,
    column,
    rule: 'renamed-without-redirect',
    message,
    edits: [edit],
  };
}

function insertion(file: SourceFile, addresses: readonly SitePath[]): Edit | null {
  if (!readFrontMatter(file).ok) return null;
  const { text } = file;
  const start = text.indexOf('\n') + 1;
  // From the break before: front matter may be empty.
  const close = text.indexOf('\n---', start - 1) + 1;
  const newline = text[start - 2] === '\r' ? '\r\n' : '\n';
  const { contents, errors } = parseDocument(text.slice(start, close), { keepSourceTokens: true });
  if (errors.length > 0 || !(contents === null || isMap(contents))) return null;
  const pair = contents?.items.find(({ key }) => isScalar(key) && key.value === 'redirectFrom');
  if (pair === undefined) {
    return at(close, `redirectFrom: [${addresses.join(', ')}]${newline}`);
  }
  const list = pair.value;
  if (!isSeq(list) || !list.range) return null;
  const last = list.items.at(-1);
  if (last === undefined) return at(start + list.range[0] + 1, addresses.join(', '));
  if (!isScalar(last) || !last.range) return null;
  const end = start + last.range[1];
  if (list.flow === true) return at(end, addresses.map((path) => `, ${path}`).join(''));
  const lineStart = text.lastIndexOf('\n', end - 1) + 1;
  const indent = /^\s*-\s+/.exec(text.slice(lineStart, end))?.[0];
  if (indent === undefined) return null;
  // Below the whole line: a comment at its end is about the address that stands there.
  const below = text.indexOf('\n', end) + 1;
  return at(below, addresses.map((path) => `${indent}${path}${newline}`).join(''));
}

function at(offset: number, text: string): Edit {
  return { start: offset, end: offset, text };
}
