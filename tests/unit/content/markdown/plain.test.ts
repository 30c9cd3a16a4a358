import { describe, expect, it } from 'vitest';
import { openingText } from '@/lib/content/markdown';
import { inspect } from './support';

const BODY = `First *paragraph* with
a [link](https://example.org/hidden) and \`code\`.

## A heading

:::figure{src="media/a.png" alt="Hidden" credit="Hidden"}
The caption.
:::

- One
- Two

> A quotation.

:::factbox{title="In brief"}
The fact.
:::

| Year | Rate |
| --- | --- |
| 2024 | 89 |

![Hidden](media/a.png "The title.")

See https://example.org/hidden or desk@example.kg.  
Last line &amp; end.

::embed{url="https://example.org/hidden" title="A film"}

:::pullquote{by="Aigul"}
The words.
:::
`;

describe('plain text', () => {
  it('is what a reader reads, asides last', () => {
    expect(inspect(BODY).plain.split('\n\n')).toEqual([
      'First paragraph with a link and code.',
      'A heading',
      'One',
      'Two',
      'A quotation.',
      'Year Rate',
      '2024 89',
      'See or desk@example.kg. Last line & end.',
      'The caption.',
      'In brief',
      'The fact.',
      'The title.',
      'A film',
      'The words.',
      'Aigul',
    ]);
  });

  it('opens with the ordinary paragraphs alone', () => {
    const opening =
      'First paragraph with a link and code.\n\nSee or desk@example.kg. Last line & end.';
    expect(inspect(BODY).opening).toBe(opening);
    expect(openingText(BODY)).toBe(opening);
  });

  it('is the same for CRLF', () => {
    expect(inspect(BODY.replaceAll('\n', '\r\n'))).toMatchObject({
      plain: inspect(BODY).plain,
      opening: inspect(BODY).opening,
    });
  });

  it('counts words', () => {
    expect(inspect("It's – in all - *five* (5) words.").words).toBe(6);
    expect(inspect('').words).toBe(0);
    expect(inspect('Бир сөз.\n\n## Эки').words).toBe(3);
  });
});
