import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { isFormat } from '@/lib/cli/report';
import { jsonOf, textOf } from './files';

const workflow = parse(textOf('.github/workflows/content.yml'));
const steps: { run?: string; with?: Record<string, unknown> }[] = workflow.jobs.check.steps;

it('the workflow runs where content changes, and may only read', () => {
  expect(workflow.on.pull_request.paths).toEqual(['content/**']);
  expect(workflow.permissions).toEqual({ contents: 'read' });
});

it('the workflow has the whole history, for changes that readers are not told of', () => {
  expect(steps[0]?.with?.['fetch-depth']).toBe(0);
});

it('the workflow runs scripts that there are', () => {
  const commands = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
  expect(commands[0]).toBe('npm ci');
  const [, script = '', format = ''] =
    /^npm run --silent (\w+) -- --format (\w+)$/.exec(commands[1] ?? '') ?? [];
  expect(jsonOf('package.json').scripts).toHaveProperty([script]);
  expect(isFormat(format)).toBe(true);
});
