import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAuthor } from '@/lib/content/author';
import type { Finding } from '@/lib/content/diagnostics';
import { parseFront } from '@/lib/content/front';
import { parsePage } from '@/lib/content/page';
import { parseRedirects } from '@/lib/content/redirects';
import { parseSections } from '@/lib/content/sections';
import { parseSite } from '@/lib/content/site';
import { type SourceFile, sourceOf } from '@/lib/content/source';
import { liesWithin } from './help';

const SETTINGS = { timeZone: 'Asia/Almaty', language: 'en' };

type Parser = (file: SourceFile) => { readonly findings: readonly Finding[] };

const PARSERS: readonly [path: string, parse: Parser][] = [
  ['site.yml', parseSite],
  ['sections.yml', parseSections],
  ['front.yml', (file) => parseFront(file, SETTINGS)],
  ['redirects.yml', parseRedirects],
  ['authors/a.md', parseAuthor],
  ['pages/about.md', (file) => parsePage(file, SETTINGS)],
];

const line = fc.oneof(
  fc.constantFrom(
    ...['name: A', 'role: R', 'title: T', 'language: en', 'timeZone: UTC', 'timeZone: Mars'],
    ...['updated: 2026-02-30', 'lead: {article: a, until: x}', 'pinned: [{article: a}]'],
    ...[
      '- {slug: a, name: A, description: D}',
      '- {slug: a}',
      '- {from: /a, to: /b}',
      '- {from: x}',
    ],
    ...[
      'policies: {ethics: a}',
      'navigation: [{label: L, url: x}]',
      'constructor: 1',
      '__proto__:',
    ],
    ...[
      'links: [{label: L, url: y}]',
      'avatar: {src: media/a.png}',
      '- ',
      '---',
      '',
      '\t',
      'a: *b',
    ],
  ),
  fc.string({ maxLength: 20 }),
);

describe.each(PARSERS)('the parser of %s', (path, parse) => {
  it('never throws, and places every finding in the file', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.boolean(), (lines, hasCrLf) => {
        const fields = lines.join('\n');
        const text = path.endsWith('.md') ? `---\n${fields}\n---\nText.\n` : fields;
        const file = sourceOf(path, hasCrLf ? text.replaceAll('\n', '\r\n') : text);
        const { findings } = parse(file);
        expect(findings.filter((finding) => !liesWithin(finding, file.text))).toEqual([]);
        for (const { message, rule } of findings) {
          expect(message).not.toMatch(/^$|undefined|Invalid input/);
          expect(rule).toMatch(/^[a-z]+(-[a-z]+)*$/);
        }
      }),
      { numRuns: 150 },
    );
  });
});
