/** An element of an XML document; its name and those of its attributes are written as they are. */
export interface XmlElement {
  /** With the prefix of its namespace, which the root declares. */
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number>>;
  /** Elements and texts, in order. */
  readonly children?: readonly (XmlElement | string)[];
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/**
 * Writes a document (XML 1.0, fifth edition). Any text is written so that it reads back the same,
 * but for characters that XML cannot hold, which are left out.
 * @param instructions processing instructions before the root, complete
 */
export function xmlDocument(root: XmlElement, instructions: readonly string[] = []): string {
  return `${[DECLARATION, ...instructions, written(root)].join('\n')}\n`;
}

function written({ name, attributes = {}, children = [] }: XmlElement): string {
  const fields = Object.entries(attributes).map(
    ([field, value]) => ` ${field}="${xmlText(String(value)).replaceAll('"', '&quot;')}"`,
  );
  const start = `<${name}${fields.join('')}`;
  if (children.length === 0) return `${start}/>`;
  const content = children.map((child) =>
    typeof child === 'string' ? xmlText(child) : written(child),
  );
  return `${start}>${content.join('')}</${name}>`;
}

/** All that is no `Char` of section 2.2: most control characters, half pairs, and two others. */
const IMPOSSIBLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** White space that a parser would turn into other white space (sections 2.11 and 3.3.3). */
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text as it may stand within an element, and within an attribute but for quotation marks. */
export function xmlText(text: string): string {
  return text.replace(IMPOSSIBLE, '').replace(/[&<>\t\n\r]/g, (sign) => REFERENCES[sign] ?? sign);
}
