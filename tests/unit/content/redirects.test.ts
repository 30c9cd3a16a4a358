import { describe, expect, it } from 'vitest';
import { parseRedirects } from '@/lib/content/redirects';
import { sourceOf } from '@/lib/content/source';
import { told } from './help';

const read = (text: string) => parseRedirects(sourceOf('redirects.yml', text));

describe('redirects.yml', () => {
  it('leads old addresses on, or says that they are gone', () => {
    const text = [
      '- {from: /a/, to: /b}',
      '- {from: /c, to: "https://other.example/c?d#e"}',
      '- {from: /f, to: "/g?page=2"}',
      '- {from: /h, gone: true}',
    ].join('\n');
    const { value, findings, references } = read(text);
    expect(findings).toEqual([]);
    expect(value).toEqual([
      { from: '/a', to: '/b' },
      { from: '/c', to: 'https://other.example/c?d#e' },
      { from: '/f', to: '/g?page=2' },
      { from: '/h', gone: true },
    ]);
    expect(references.map(({ kind, value: path, line }) => `${line} ${kind} ${path}`)).toEqual([
      '1 oldAddress /a',
      '1 address /b',
      '2 oldAddress /c',
      '3 oldAddress /f',
      '3 address /g?page=2',
      '4 oldAddress /h',
    ]);
    expect(references[0]).toMatchObject({ column: 10, endColumn: 13 });
  });

  it('may hold nothing', () => {
    expect(read('# none yet')).toEqual({ value: [], references: [], findings: [] });
  });

  it.each([
    ['- {to: /b}', '1:3-1:11 missing-field [1].from: this field is required.'],
    ['- {from: /a}', '1:3-1:13 invalid-field [1]: must have either "to" or "gone: true".'],
    [
      '- {from: /a, to: /b, gone: true}',
      '1:3-1:33 invalid-field [1]: must have either "to" or "gone: true".',
    ],
    ['- {from: /a, gone: false}', '1:20-1:25 invalid-field [1].gone: can only be true.'],
    [
      '- {from: a, to: /b}',
      '1:10-1:11 invalid-field [1].from: must be a path on this site: it starts with one slash and has no spaces, "?" or "#".',
    ],
    [
      '- {from: "/a?id=1", to: /b}',
      '1:10-1:19 invalid-field [1].from: must be a path on this site: it starts with one slash and has no spaces, "?" or "#".',
    ],
    [
      '- {from: /a, to: "http://other.example"}',
      '1:18-1:40 invalid-field [1].to: must be a path on this site or an address that starts with https://.',
    ],
    [
      '- {from: /a, to: //other.example}',
      '1:18-1:33 invalid-field [1].to: must be a path on this site or an address that starts with https://.',
    ],
    [
      '- {from: /a, to: "javascript:alert(1)"}',
      '1:18-1:39 invalid-field [1].to: must be a path on this site or an address that starts with https://.',
    ],
    ['- /a', '1:3-1:5 invalid-field [1]: must be {from, to} or {from, gone: true}.'],
    [
      '- {from: /a, to: /b, permanent: true}',
      '1:22-1:31 unknown-field Unknown field "permanent". Known here: from, to, gone.',
    ],
  ])('leaves out %j and keeps the others', (entry, expected) => {
    const { value, findings, references } = read(`${entry}\n- {from: /x, to: /y}`);
    expect(findings.map(told)).toEqual([expected]);
    expect(value).toEqual([{ from: '/x', to: '/y' }]);
    expect(references).toHaveLength(2);
  });

  it.each(['/a: /b', 'nothing'])('is a list, not %j', (text) => {
    expect(read(text).findings.map(told)).toEqual([
      '1:1-1:1 invalid-field redirects.yml must be a list of {from, to} or {from, gone: true}.',
    ]);
  });
});
