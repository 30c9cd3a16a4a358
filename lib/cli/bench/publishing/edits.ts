import { frontMatter } from '../generate/yaml';

/** A word that no generated text holds, and that typography leaves as it is. */
export function markOf(number: number): string {
  return `Edit${String(number).padStart(5, '0')}`;
}

const TITLE = /^title: "((?:[^"\\]|\\.)*)"$/m;
const MARK = / Edit\d{5}$/;

/**
 * Gives an article a new headline that ends with a mark; the mark of an earlier edit goes.
 * @param text file as the generator writes it
 * @throws Error where it has no headline in that notation
 */
export function withHeadline(text: string, mark: string): string {
  const title = TITLE.exec(text)?.[1];
  if (title === undefined) throw new Error('The article has no line with its title');
  return text.replace(TITLE, () => `title: "${title.replace(MARK, '')} ${mark}"`);
}

/** Adds a paragraph with a mark in the middle of the body: none of the lists shows anything of it. */
export function withParagraph(text: string, mark: string): string {
  const end = text.indexOf('\n---\n\n') + '\n---\n\n'.length;
  const blocks = text.slice(end).split('\n\n');
  blocks.splice(Math.ceil(blocks.length / 2), 0, `What was added here is ${mark}.`);
  return text.slice(0, end) + blocks.join('\n\n');
}

export interface NewArticle {
  readonly mark: string;
  /** ISO 8601. */
  readonly date: string;
  readonly author: string;
  readonly section: string;
}

/** The file of a new article with a mark in its headline and the body of another one. */
export function newArticle({ mark, date, author, section }: NewArticle, other: string): string {
  const head = { title: `New ${mark}`, date, authors: [author], summary: 'New.', section };
  const body = other.slice(other.indexOf('\n---\n\n') + '\n---\n\n'.length);
  return frontMatter(head) + body;
}
