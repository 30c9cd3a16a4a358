import { describe, expect, it } from 'vitest';
import { parseArticle } from '@/lib/content/article';
import { inspectBody } from '@/lib/content/markdown';
import { sourceOf } from '@/lib/content/source';
import { jsonOf } from './files';

interface Snippet {
  readonly prefix: string;
  readonly scope: string;
  readonly body: readonly string[];
}

const snippets: Readonly<Record<string, Snippet>> = jsonOf('.vscode/saxaul.code-snippets');
const SETTINGS = { timeZone: 'Asia/Almaty', language: 'en' };
const PATH = 'articles/2026/11/new.md';

const NOW: Readonly<Record<string, string>> = {
  CURRENT_YEAR: '2026',
  CURRENT_MONTH: '11',
  CURRENT_DATE: '22',
  CURRENT_HOUR: '09',
  CURRENT_MINUTE: '05',
  CURRENT_TIMEZONE_OFFSET: '+05:00',
};

/** What an editor has who leaves every place of a snippet as it is proposed. */
function written(name: string): string {
  return (snippets[name]?.body.join('\n') ?? '')
    .replace(/\$\{\d+\|([^,|]+)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\{([A-Z_]+)\}/g, (whole, variable: string) => NOW[variable] ?? whole)
    .replaceAll('$0', '');
}

const problemsOf = (text: string) => parseArticle(sourceOf(PATH, text), SETTINGS).findings;

describe('the snippets', () => {
  it('are for Markdown alone', () => {
    for (const snippet of Object.values(snippets)) expect(snippet.scope).toBe('markdown');
  });

  it('give an article without a fault', () => {
    expect(written('Article')).toContain('date: 2026-11-22T09:05:00+05:00');
    expect(problemsOf(`${written('Article')}Text.\n`)).toEqual([]);
  });

  it.each(['Correction', 'Series'])('give fields without a fault: %s', (name) => {
    const article = written('Article').replace('draft: true\n', () => written(name));
    expect(article).toContain(`${snippets[name]?.body[0]}`);
    expect(problemsOf(article)).toEqual([]);
  });

  it.each(
    Object.keys(snippets).filter((name) => !['Article', 'Correction', 'Series'].includes(name)),
  )('give Markdown without a fault: %s', (name) => {
    const body = `${written(name)}\n`;
    const { findings, plain } = inspectBody(body, { text: body, offset: 0 }, 'en');
    expect(findings).toEqual([]);
    expect(plain).not.toContain(':::');
    expect(plain).not.toContain('$');
  });
});
