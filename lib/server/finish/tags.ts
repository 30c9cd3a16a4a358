/** Attributes by name, as their names are spelt. */
export type Attributes = Readonly<Record<string, string>>;

/** A start tag of a page. */
export interface Tag {
  /** In lower case. */
  readonly name: string;
  readonly attributes: Attributes;
  /** Where the tag begins and ends. */
  readonly start: number;
  readonly end: number;
  /** Where the text of an element ends that holds nothing but text; of others, where the tag ends. */
  readonly textEnd: number;
}

const START_TAG = /<([a-z][^\s/>]*)([^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*)>/iy;
const ATTRIBUTE = /([^\s"'/=>]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
/** What they hold is text, whatever it looks like (HTML Standard, section 13.2.5.1 to 13.2.5.4). */
const HOLDS_TEXT = new Set(['script', 'style', 'title', 'textarea']);
const NONE: Attributes = {};

/**
 * Tells of each start tag, in order. Meant for pages that React and the Markdown renderer wrote, which close what
 * they open: it is a scanner, several times as quick as a parser, and knows nothing of what browsers mend.
 */
export function forEachTag(source: string, take: (tag: Tag) => void): void {
  let at = source.indexOf('<');
  while (at >= 0) {
    let next = at + 1;
    START_TAG.lastIndex = at;
    const [, name, attributes = ''] = START_TAG.exec(source) ?? [];
    if (name !== undefined) {
      const tag = read(source, name.toLowerCase(), attributes, at, START_TAG.lastIndex);
      take(tag);
      next = tag.textEnd;
    } else if (source.startsWith('<!--', at)) next = indexOr(source, '-->', at + 4);
    at = source.indexOf('<', next);
  }
}

function read(source: string, name: string, attributes: string, start: number, end: number): Tag {
  const textEnd = HOLDS_TEXT.has(name) ? indexOr(source, `</${name}`, end) : end;
  return { name, attributes: readAttributes(attributes), start, end, textEnd };
}

function indexOr(source: string, text: string, from: number): number {
  const at = source.indexOf(text, from);
  return at < 0 ? source.length : at;
}

function readAttributes(text: string): Attributes {
  if (text === '' || text === '/') return NONE;
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    attributes[name] = decoded(double ?? single ?? bare ?? '');
  }
  return attributes;
}

const REFERENCE = /&(?:(amp|lt|gt|quot)|#x([\da-f]+)|#(\d+));/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The references that React and the Markdown renderer write. */
function decoded(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(
    REFERENCE,
    (_, name?: string, hex?: string, decimal?: string) =>
      NAMED[name ?? ''] ??
      String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
  );
}
