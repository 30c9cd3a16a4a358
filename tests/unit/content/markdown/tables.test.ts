import { describe, expect, it } from 'vitest';
import { findings, html } from './support';

describe('tables', () => {
  it('scroll in a region of their own, with headed columns', () => {
    const table = '| Year | Rate |\n| :-- | --: |\n| 2024 | 89 |';
    const rendered = (number: number) =>
      `<div class="table-scroll" role="region" tabindex="0" aria-label="Table ${number}"><table>\n<thead>\n<tr>\n<th class="align-left" scope="col">Year</th>\n<th class="align-right" scope="col">Rate</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class="align-left">2024</td>\n<td class="align-right">89</td>\n</tr>\n</tbody>\n</table></div>\n`;
    expect(html(`${table}\n\n${table}`)).toBe(rendered(1) + rendered(2));
  });

  it('leave out what stands beyond the columns of their head, and say so', () => {
    const body = '| A | B |\n| --- | --- |\n| 1 | 2 | three | four |\n| 5 |';
    expect(html(body)).not.toMatch(/three|four/);
    expect(findings(body)).toEqual(['3:9-3:25 "| three | four |" warning surplus-cell']);
  });

  it('have no notes whose marks they leave out', () => {
    expect(html('| A |\n| --- |\n| 1 | [^1] |\n\n[^1]: Note.')).not.toMatch(/fn|Note/);
  });

  it('have no heading over an empty corner', () => {
    expect(html('|  | A |\n| --- | --- |\n| b | 1 |')).toContain(
      '<td></td>\n<th scope="col">A</th>',
    );
  });
});

describe('task lists', () => {
  it('are disabled boxes named by their text', () => {
    expect(html('- [x] Done\n- [ ] *Open*')).toBe(
      '<ul class="contains-task-list">\n<li class="task-list-item"><label><input type="checkbox" disabled checked> Done</label></li>\n<li class="task-list-item"><label><input type="checkbox" disabled> <em>Open</em></label></li>\n</ul>\n',
    );
  });
});

describe('code', () => {
  it('keeps what it holds', () => {
    expect(
      html('```js\nif (a < b) "c" -- d;\n\nPlain words.\n\n## Not a heading\n```', { lang: 'en' }),
    ).toBe(
      '<pre><code class="language-js">if (a &#x3C; b) "c" -- d;\n\nPlain words.\n\n## Not a heading\n</code></pre>\n',
    );
  });

  it('takes no other class', () => {
    expect(html('```"x y\na\n```')).toBe('<pre><code>a\n</code></pre>\n');
  });
});
