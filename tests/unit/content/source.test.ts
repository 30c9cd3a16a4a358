import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_TEXT_FILE, readSource, type SourceResult } from '@/lib/content/source';
import { folderOf } from '../../fixtures/folder';
import { brief } from './help';

function read(content: string | Uint8Array): SourceResult {
  return readSource(join(folderOf({ 'a.md': content }), 'a.md'), 'a.md');
}

function findings(content: string | Uint8Array): string[] {
  const result = read(content);
  return result.ok ? [] : result.findings.map(brief);
}

describe('readSource', () => {
  it('decodes UTF-8, with or without a byte order mark', () => {
    for (const text of ['Сел\r\n', '\uFEFFСел\r\n']) {
      const result = read(text);
      expect(result.ok && result.file.text).toBe('Сел\r\n');
      expect(result.ok && result.file.path).toBe('a.md');
    }
  });

  it.each([
    ['the first byte', [0xff], '1:1-1:1'],
    ['a letter of Windows-1251', [...Buffer.from('ab\n'), 0xf0, 0xe5, 0xea, 0xe0], '2:1-2:1'],
    ['a letter that is cut off', [...Buffer.from('я'), 0xd1], '1:2-1:2'],
    ['a surrogate', [0x61, 0xed, 0xa0, 0x80], '1:2-1:2'],
    ['a byte after the mark', [0xef, 0xbb, 0xbf, 0x61, 0xff], '1:2-1:2'],
  ])('finds %s that is not UTF-8', (_name, bytes, place) => {
    expect(findings(Uint8Array.from(bytes))).toEqual([`${place} invalid-utf8`]);
  });

  it('finds the first bad byte wherever it is', () => {
    const text = fc.array(fc.constantFrom('a', 'я', '🙂', '\n'), { maxLength: 30 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const start = before.join('');
        const bytes = Buffer.concat([
          Buffer.from(start),
          Buffer.from([0xff]),
          Buffer.from(after.join('')),
        ]);
        const line = start.split('\n').length;
        const column = start.length - start.lastIndexOf('\n');
        expect(findings(bytes)).toEqual([`${line}:${column}-${line}:${column} invalid-utf8`]);
      }),
      { numRuns: 50 },
    );
  });

  it('finds a NUL byte', () => {
    expect(findings('ab\ncd\0ef')).toEqual(['2:3-2:4 nul-byte']);
  });

  it('finds that a file is empty', () => {
    for (const text of ['', ' \r\n\t', '\uFEFF']) {
      expect(findings(text)).toEqual(['1:1-1:1 empty-file']);
    }
  });

  it('refuses a file that is too large, and takes one that just fits', () => {
    expect(findings('a'.repeat(LARGEST_TEXT_FILE))).toEqual([]);
    expect(findings('a'.repeat(LARGEST_TEXT_FILE + 1))).toEqual(['1:1-1:1 file-too-large']);
    const result = read('a'.repeat(5_000_000));
    expect(result.ok ? '' : result.findings[0]?.message).toContain('5.0 MB; at most 1 MB');
  });

  it('reports what is no file, and does not read from it', () => {
    const folder = folderOf({});
    mkdirSync(join(folder, 'folder.md'));
    for (const path of [join(folder, 'folder.md'), join(folder, 'missing.md'), '/dev/null']) {
      const result = readSource(path, 'a.md');
      expect(result.ok ? [] : result.findings.map(brief)).toEqual(['1:1-1:1 unreadable-file']);
    }
  });
});
