import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMATS, isFormat, report } from '@/lib/cli/report';
import type { Diagnostic } from '@/lib/content/diagnostics';

const CONTENT = '/srv/publication';
const TITLE: Diagnostic = {
  file: 'articles/2026/11/river.md',
  line: 2,
  column: 1,
  endLine: 2,
  endColumn: 6,
  severity: 'error',
  rule: 'unknown-field',
  message: 'Unknown field "titel". Did you mean "title"?',
  suggestion: 'title',
};
const HTML: Diagnostic = {
  file: 'pages/about.md',
  line: 7,
  column: 3,
  endLine: 9,
  endColumn: 4,
  severity: 'warning',
  rule: 'raw-html',
  message: '50% of it,\nleft out: <b>',
};

describe('the text report', () => {
  it('has a line for each problem, and a sum', () => {
    expect(report([TITLE, { ...HTML, message: 'Left out.' }], 'text', CONTENT)).toBe(
      [
        'articles/2026/11/river.md:2:1 error unknown-field Unknown field "titel". Did you mean "title"?',
        'pages/about.md:7:3 warning raw-html Left out.',
        '',
        '1 error, 1 warning in 2 files.',
        '',
      ].join('\n'),
    );
  });

  it('counts files once', () => {
    expect(report([TITLE, TITLE], 'text', CONTENT)).toMatch(
      /\n2 errors, 0 warnings in 1 file\.\n$/,
    );
  });

  it('says that there is nothing to say', () => {
    expect(report([], 'text', CONTENT)).toBe('No problems found.\n');
  });
});

describe('the JSON report', () => {
  it('is the list of problems itself', () => {
    expect(JSON.parse(report([TITLE, HTML], 'json', CONTENT))).toEqual([TITLE, HTML]);
    expect(JSON.parse(report([], 'json', CONTENT))).toEqual([]);
  });
});

describe('the GitHub report', () => {
  const path = relative(process.cwd(), `${CONTENT}/articles/2026/11/river.md`);

  it('annotates the very characters', () => {
    expect(report([TITLE], 'github', CONTENT)).toBe(
      `::error file=${path},line=2,endLine=2,col=1,endColumn=6,title=unknown-field::Unknown field "titel". Did you mean "title"?\n`,
    );
  });

  it('leaves out columns that GitHub would not understand, and escapes', () => {
    const about = relative(process.cwd(), `${CONTENT}/pages/about.md`);
    expect(report([HTML], 'github', CONTENT)).toBe(
      `::warning file=${about},line=7,endLine=9,title=raw-html::50%25 of it,%0Aleft out: <b>\n`,
    );
  });

  it('cannot be made to say something else by a file or a text', () => {
    const hostile: Diagnostic = {
      ...TITLE,
      file: 'media/a,line=9:b%\n.png',
      message: 'x\r\n::warning ::y',
    };
    const written = report([hostile], 'github', CONTENT);
    expect(written.split('\n')).toHaveLength(2);
    expect(written).toContain('media/a%2Cline=9%3Ab%25%0A.png,line=2,');
    expect(written).toContain('::x%0D%0A::warning ::y\n');
  });

  it('is empty where there is no problem', () => {
    expect(report([], 'github', CONTENT)).toBe('');
  });
});

describe('isFormat', () => {
  it('knows the three formats', () => {
    expect(FORMATS.filter(isFormat)).toEqual(['text', 'json', 'github']);
    expect(isFormat('xml')).toBe(false);
    expect(isFormat('')).toBe(false);
  });
});
