import { describe, expect, it } from 'vitest';
import { BEGIN, END } from '@/lib/cli/check/lines';
import { report } from '@/lib/cli/report';
import type { Diagnostic } from '@/lib/content/diagnostics';
import { jsonOf } from './files';

const { tasks, inputs } = jsonOf('.vscode/tasks.json');
const matcher = tasks[0].problemMatcher;

const FINDING: Diagnostic = {
  file: 'media/a picture: one.png',
  line: 12,
  column: 3,
  endLine: 12,
  endColumn: 9,
  severity: 'warning',
  rule: 'unused-media',
  message: 'No file names this picture: delete it.',
};

describe('the tasks of the editor', () => {
  it('read a line of the report', () => {
    const { regexp, file, line, column, severity, code, message } = matcher.pattern;
    const [text = ''] = report([FINDING], 'text', '/srv/content').split('\n');
    const found = new RegExp(regexp).exec(text) ?? [];
    expect([file, line, column, severity, code, message].map((group) => found[group])).toEqual([
      FINDING.file,
      '12',
      '3',
      'warning',
      'unused-media',
      FINDING.message,
    ]);
  });

  it('take nothing else of it for a problem', () => {
    const rest = report([FINDING], 'text', '/srv/content').split('\n').slice(1);
    for (const line of [...rest, BEGIN, END, report([], 'text', '/srv/content')]) {
      expect(line.trim()).not.toMatch(new RegExp(matcher.pattern.regexp));
    }
  });

  it('know where a check begins and ends', () => {
    expect(BEGIN).toMatch(new RegExp(matcher.background.beginsPattern));
    expect(END).toMatch(new RegExp(matcher.background.endsPattern));
    expect(END).not.toMatch(new RegExp(matcher.background.beginsPattern));
  });

  it('run scripts that there are, and ask for what they need', () => {
    const { scripts } = jsonOf('package.json');
    const asked = inputs.map(({ id }: { id: string }) => id);
    for (const { command, args } of tasks) {
      expect(command).toBe('npm');
      expect(scripts).toHaveProperty([args[2]]);
      for (const [, id] of JSON.stringify(args).matchAll(/\$\{input:(\w+)\}/g)) {
        expect(asked).toContain(id);
      }
    }
  });
});
