// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectBody } from '@/lib/content/markdown';
import { BODY_SCHEMA } from '@/lib/content/markdown/schema';
import { anyText, bodies, html, inspect, textAt } from './support';

function elementsOf(page: string): Element[] {
  const box = document.createElement('div');
  box.innerHTML = page;
  return [...box.querySelectorAll('*')];
}

const PAYLOADS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[a](javascript:alert(1))',
  '![a](javascript:alert(1))',
  '<javascript:alert(1)>',
  '[a]: javascript:alert(1)\n\n[a]',
  ':::figure{src="javascript:alert(1)" alt="" onclick="x" style="y"}\n<b style="x">\n:::',
  '::embed{url="javascript:alert(1)" title="<script>"}',
  ':::factbox{title="<img onerror=x>" #main .x style="y"}\na\n:::',
  '```"onclick=x\na\n```',
  '| <td onclick=x> |\n| --- |\n| `<script>` |',
  '[^"onclick]: x\n\n[^"onclick]',
  '# <script>"onclick="x',
  '[a](/b "\\" onclick=\\"x")',
  '![" onerror="x](media/a.png "\\"><script>")',
];

const hostile = fc.oneof(
  anyText,
  fc
    .array(fc.oneof(fc.constantFrom(...PAYLOADS), anyText), { maxLength: 6 })
    .map((parts) => parts.join('\n\n')),
);

describe('the schema', () => {
  it('names no element and no attribute that runs or that styles', () => {
    const names = Object.values(BODY_SCHEMA.attributes ?? {})
      .flat()
      .map((definition) => (Array.isArray(definition) ? definition[0] : definition));
    for (const name of names) {
      if (name !== 'dataTint') expect(name).not.toMatch(/^on|style|srcdoc|action|data/i);
    }
    for (const tag of ['script', 'style', 'iframe', 'object', 'embed', 'form', 'svg', 'h1']) {
      expect(BODY_SCHEMA.tagNames).not.toContain(tag);
    }
  });
});

describe('a rendered body', () => {
  it('holds nothing that runs, and nothing but what the schema names', () => {
    const tags = new Set(BODY_SCHEMA.tagNames);
    fc.assert(
      fc.property(hostile, fc.constantFrom('en', 'ru', 'und'), (body, lang) => {
        const page = html(body, { lang });
        expect(page).not.toMatch(/<(?:script|iframe|style|object|svg|form|h1)\b/i);
        for (const element of elementsOf(page)) {
          expect(tags).toContain(element.localName);
          for (const { name, value } of element.attributes) {
            expect(name).not.toMatch(/^on|^style$/);
            if (name === 'href') expect(value).toMatch(/^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i);
            if (name === 'src') expect(value).toMatch(/^\/media\//);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('reads in a browser as it was written', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const page = html(body);
        const written = [...page.matchAll(/<([a-z]\w*)/g)].map((match) => match[1]);
        // A browser moves or repeats elements that may not stand where they do.
        expect(elementsOf(page).map(({ localName }) => localName)).toEqual(written);
      }),
      { numRuns: 300 },
    );
  });

  it('has unique identifiers, and notes and marks that lead to one another', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const elements = elementsOf(html(body));
        const ids = elements.map(({ id }) => id).filter((id) => id !== '');
        expect(new Set(ids).size).toBe(ids.length);
        for (const element of elements) {
          const href = element.getAttribute('href') ?? '';
          if (/^#fn(ref)?:/.test(href)) expect(ids).toContain(href.slice(1));
          for (const name of ['aria-labelledby', 'aria-describedby']) {
            const id = element.getAttribute(name);
            if (id !== null) expect(ids).toContain(id);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the same with CRLF', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const unix = body.replace(/\r\n?/g, '\n');
        expect(html(unix.replaceAll('\n', '\r\n'))).toBe(html(unix));
      }),
      { numRuns: 200 },
    );
  });
});

describe('sentences without Markdown', () => {
  const word = fc.stringMatching(/^[A-Za-zА-Яа-яәғқңөүұ]{1,10}$/u);
  const sentence = fc
    .array(word, { minLength: 1, maxLength: 12 })
    .map((words) => `${words.join(' ')}, 10:30pm.`);

  it('survive in the page and in the plain text, among blocks of all kinds', () => {
    const around = fc.constantFrom(
      '- item',
      '> quote',
      '## Heading',
      ':::factbox{title="T"}\n- a\n:::',
      'A *b* [c](/d).',
      '<b>x</b>',
      '![a](media/missing.png)',
      '[^1]: n',
      '| a |\n| --- |\n| b |',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(sentence, around), { maxLength: 8 }), (blocks) => {
        const body = blocks.join('\n\n');
        const page = html(body);
        const { plain } = inspect(body);
        for (const block of blocks.filter((text) => text.endsWith('10:30pm.'))) {
          expect(page).toContain(block);
          expect(plain).toContain(block);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('an inspection', () => {
  it('never throws, and stays inside the file and the body', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.constantFrom('', '---\na: b\n---\n', '---\r\na: "😀"\r\n---\r\n'),
        (body, front) => {
          const text = front + body;
          const lines = text.split('\n');
          const { findings, references } = inspectBody(body, { text, offset: front.length });
          const first = front.split('\n').length;
          for (const place of [...findings, ...references]) {
            expect(place.line).toBeGreaterThanOrEqual(first);
            expect(place.endLine).toBeLessThanOrEqual(lines.length);
            expect(place.column).toBeGreaterThanOrEqual(1);
            expect(place.endColumn).toBeLessThanOrEqual(
              (lines[place.endLine - 1]?.length ?? 0) + 1,
            );
            expect(
              place.line < place.endLine ||
                (place.line === place.endLine && place.column <= place.endColumn),
            ).toBe(true);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('finds the very address, wherever it stands', () => {
    fc.assert(
      fc.property(bodies, fc.constantFrom('', '\uFEFF', 'Plain words.\n\n'), (before, origin) => {
        const body = `${origin}${before}\n\n:::\n\n-->\n\n\`\`\`\n\n~~~\n\n</script>\n\nA [link](/the/address) here.`;
        const text = `---\n---\n${body}`;
        const { references } = inspectBody(body, { text, offset: 8 });
        for (const reference of references.filter(({ value }) => value === '/the/address')) {
          expect(textAt(text, reference)).toBe('/the/address');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('places are the same lines with CRLF', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const unix = body.replace(/\r\n?/g, '\n');
        const dos = unix.replaceAll('\n', '\r\n');
        const places = (text: string) =>
          inspectBody(text, { text, offset: 0 }).findings.map(
            ({ line, column, endLine, rule }) => `${line}:${column}-${endLine} ${rule}`,
          );
        expect(places(dos)).toEqual(places(unix));
      }),
      { numRuns: 300 },
    );
  });
});
