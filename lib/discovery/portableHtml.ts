import { Parser } from 'htmlparser2';

/** Attributes that mean something wherever the text is shown. */
const KEPT: ReadonlySet<string> = new Set([
  'alt',
  'cite',
  'colspan',
  'datetime',
  'dir',
  'height',
  'href',
  'lang',
  'reversed',
  'rowspan',
  'scope',
  'src',
  'srcset',
  'start',
  'title',
  'width',
]);

const ADDRESSES: ReadonlySet<string> = new Set(['cite', 'href', 'src']);
/** Elements without content (HTML Standard, section 13.1.2). */
const VOID: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'wbr']);
/** A choice between files is for the page that knows its columns; the picture in it is enough. */
const UNWRAPPED: ReadonlySet<string> = new Set(['picture', 'source']);

/**
 * A rendered body as other programs can show it: every address is absolute, links within the text
 * lead to the page it stands on, and nothing is left that only the site's own styles and scripts
 * understand.
 * @param html of `renderBody`, and so without scripts and frames
 * @param page absolute address of the page that the body stands on
 */
export function portableHtml(html: string, page: string): string {
  let written = '';
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (UNWRAPPED.has(name)) return;
        const fields = Object.entries(attributes)
          .filter(([field]) => KEPT.has(field))
          .map(([field, value]) => ` ${field}="${htmlText(portable(field, value, page))}"`);
        // Which has to be said beside a choice of sizes, and whose column nobody knows.
        if ('srcset' in attributes) fields.push(' sizes="100vw"');
        written += `<${name}${fields.join('')}>`;
      },
      ontext(text) {
        written += htmlText(text);
      },
      onclosetag(name) {
        if (!UNWRAPPED.has(name) && !VOID.has(name)) written += `</${name}>`;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return written;
}

function portable(field: string, value: string, page: string): string {
  if (ADDRESSES.has(field)) return absolute(value, page);
  if (field !== 'srcset') return value;
  // The site's own pictures have no comma and no space in their addresses.
  return value
    .split(',')
    .map((candidate) => {
      const [address = '', width = ''] = candidate.trim().split(' ');
      return `${absolute(address, page)} ${width}`;
    })
    .join(', ');
}

/** What cannot be read as an address stays as it is. */
function absolute(address: string, page: string): string {
  return URL.canParse(address, page) ? new URL(address, page).href : address;
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as it may stand in HTML, within elements and attributes. */
export function htmlText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
}
