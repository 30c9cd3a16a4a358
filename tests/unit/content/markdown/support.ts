import fc from 'fast-check';
import {
  type BodyInspection,
  inspectBody,
  type RenderContext,
  renderBody,
} from '@/lib/content/markdown';
import type { PictureFile } from '@/lib/images/picture';
import { SLOTS, type Slot } from '@/lib/images/slots';
import { pictureSources } from '@/lib/images/sources';
import { routes } from '@/lib/site/routes';

const FRONT_MATTER = '---\ntitle: A title\n---\n';

/** A picture of `context` as a body shows it. */
export function shown(path: string, alt: string, slot: Slot = SLOTS.figure): string {
  const { src, avif, webp, sizes } = pictureSources(pictureAt(path), slot);
  return (
    `<picture><source type="image/avif" srcset="${avif}" sizes="${sizes}">` +
    `<img src="${src}" alt="${alt}" srcset="${webp}" sizes="${sizes}" width="1200" height="800" ` +
    'loading="lazy" decoding="async" data-tint="a87-345"></picture>'
  );
}

function pictureAt(path: string): PictureFile {
  const name = path.slice('media/'.length);
  return {
    src: routes.media(name),
    name,
    width: 1200,
    height: 800,
    hash: '0123456789'.padEnd(64, '0'),
    tint: 'a87-345',
  };
}

export const context: RenderContext = {
  lang: 'en',
  siteHost: 'courier.example',
  picture: (path) => (path.startsWith('media/missing') ? undefined : pictureAt(path)),
  labels: {
    footnotes: 'Notes',
    backToText: 'Back to text',
    table: 'Table',
    externalEmbed: (host) => `Open on ${host}`,
  },
};

/** Renders in a language that leaves quotation marks alone, so that text is easy to compare. */
export function html(body: string, changes: Partial<RenderContext> = {}): string {
  return renderBody(body, { ...context, lang: 'und', ...changes });
}

export function inspect(body: string): BodyInspection {
  return inspectBody(body, { text: FRONT_MATTER + body, offset: FRONT_MATTER.length });
}

/** Findings as `line:column-endLine:endColumn severity rule "text" -> suggestion`, body lines from 1. */
export function findings(body: string): string[] {
  return inspect(body).findings.map((finding) => {
    const { severity, rule, suggestion } = finding;
    const place = placeIn(body, finding);
    return `${place} ${severity} ${rule}${suggestion === undefined ? '' : ` -> ${suggestion}`}`;
  });
}

/** References as `kind value at line:column-endLine:endColumn "text"`. */
export function references(body: string): string[] {
  return inspect(body).references.map(
    (reference) => `${reference.kind} ${reference.value} at ${placeIn(body, reference)}`,
  );
}

interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

function placeIn(body: string, place: Place): string {
  const offset = FRONT_MATTER.split('\n').length - 1;
  const from = `${place.line - offset}:${place.column}`;
  const to = `${place.endLine - offset}:${place.endColumn}`;
  return `${from}-${to} ${JSON.stringify(textAt(FRONT_MATTER + body, place))}`;
}

/** The text of a file between two places of it. */
export function textAt(file: string, place: Place): string {
  const lines = file.split('\n');
  const start = lines.slice(0, place.line - 1).join('\n').length + (place.line > 1 ? 1 : 0);
  const end = lines.slice(0, place.endLine - 1).join('\n').length + (place.endLine > 1 ? 1 : 0);
  return file.slice(start + place.column - 1, end + place.endColumn - 1);
}

const PIECES = [
  'Plain words here.',
  'Two lines\nof plain text',
  'A "quoted" word, and an o\'clock: 10:30pm (3:2).',
  'Проза на русском языке.',
  '## A heading',
  '# First level',
  '### Three # signs #',
  '###### Six',
  'Under\n=====',
  'Under\n---',
  '- item\n- item two',
  '1. one\n2. two',
  '  - indented',
  '- \n',
  '> quote\n> more',
  '> quote\nlazy line',
  '```\ncode\n```',
  '```',
  '~~~js',
  '    indented code',
  '<!--',
  '-->',
  '<div>',
  '</div>\ntext',
  '<script>',
  'a <b>tag</b> here<br>there',
  ':::factbox{title="T"}',
  ':::figure{src="media/a.png" alt="b" credit="c"}',
  '::::pullquote{by="x"}',
  ':::',
  '::::',
  '::embed{url="https://example.org/v" title="t"}',
  ':::unknown',
  ':::figure {src}',
  '| a | b |\n| --- | :-: |\n| 1 | 2 |',
  '| a |',
  '|-|',
  '[a]: https://example.org "title"',
  '[b]: <media/b.png>',
  '[a] and ![b] and [c][a] and [d]',
  '[link](/articles/abc) text',
  '[see <https://example.org/> and *<a@b.kg>*](/articles/abc)',
  '![alt](media/a.png "caption")',
  'inline ![alt](media/missing.png)',
  'https://example.org/a_b_c and www.example.org',
  'mail desk@example.kg or <desk@example.kg>',
  'mail desk&#64;example.kg',
  'note[^1] and[^two]',
  'Sums of :money[2.4bn KGS], *:money[5m KGZ]* and :money[2,4\nmln UZS]',
  '[:money[7 TMT]](/b) \\:money[x] :money[unclosed *',
  '[^1]: text',
  '[^two]: text\n\n    more [^1]',
  '*em **strong*** ~~gone~~ `code`',
  '**unclosed _x*',
  'trailing  \nbreak\\\nagain ',
  '***',
  '- [ ] task\n- [x] done',
  '\\*escaped\\* &amp; &copy;',
  '\uE000',
  '\uFEFF',
  'tab\there',
  '   ',
  '\t',
  'Line ending in a space ',
  '1986. A great year',
  '1986 was a great year',
  'Name "x" -- y...',
  '$5 & 3 < 4 > 2',
];

/** Markdown bodies in which blocks of all kinds meet one another. */
export const bodies: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.tuple(
        fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
          { weight: 2, arbitrary: fc.constant('Plain words here.') },
          { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
        ),
        fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\n\n\n', '\n \n', ''),
      ),
      { maxLength: 14 },
    ),
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
  )
  .map(([pieces, lineEnd]) =>
    pieces
      .map((piece) => piece.join(''))
      .join('')
      .replaceAll('\n', lineEnd),
  );

/** Any text, with a leaning to the characters that Markdown gives a meaning. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  bodies,
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(fc.constantFrom(...'[]()!*_~`<>&\\#-+=|:{}"\'\n\n a1.@/^\r\t:'), { maxLength: 60 })
    .map((characters) => characters.join('')),
);
