import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningSite } from '@/tests/support/server';
import type { GitRepository } from '../../fixtures/gitRepository';

export const SECRET = 'a secret for the tests';

/** What makes a server publish a repository, and nothing by itself. */
export function publishing(repository: GitRepository): Record<string, string> {
  return {
    CONTENT_REPO: repository.folder,
    PUBLISH_SECRET: SECRET,
    SITE_URL: 'https://news.example',
  };
}

export interface Status {
  readonly state: 'idle' | 'working';
  readonly commit: string | null;
  readonly failure: string | null;
  readonly last: {
    readonly commit: string | null;
    readonly articles: Readonly<Record<'added' | 'changed' | 'removed' | 'refused', number>>;
    readonly pages: number;
  } | null;
  readonly diagnostics: readonly { readonly file: string; readonly rule: string }[];
}

const authorization = `Bearer ${SECRET}`;

export async function statusOf(
  { address }: RunningSite,
  headers = { authorization },
): Promise<Status> {
  const response = await fetch(`${address}/api/publish/status`, { headers });
  return (await response.json()) as Status;
}

/** Tells the server of a commit, as a script would. */
export async function tell({ address }: RunningSite): Promise<number> {
  const url = `${address}/api/publish`;
  const { status } = await fetch(url, { method: 'POST', headers: { authorization } });
  return status;
}

const PATIENCE = 60_000;

/** Publishes what the repository holds now, and waits until it is live. */
export async function publish(site: RunningSite, repository: GitRepository): Promise<Status> {
  await tell(site);
  return untilPublished(site, repository.head);
}

export async function untilPublished(site: RunningSite, commit: string): Promise<Status> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const status = await statusOf(site);
    if (status.state === 'idle' && status.commit === commit) return status;
    if (Date.now() > end) throw new Error(`${commit} was not published:\n${site.log()}`);
    await pause(10);
  }
}

/** Waits until something is so, which it will be by itself. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('It did not come to be');
    await pause(20);
  }
}

const SHORTEST_LEAD = 2_000;
/** Dates of articles know no parts of seconds. */
const SECOND = 1_000;

/**
 * Has an article for later published and looked for before its time, and with a later time once more
 * where a busy machine took longer than that.
 * @param look publishes and looks; told the article's time (ISO 8601)
 */
export async function beforeItsTime(look: (at: string) => Promise<void>): Promise<void> {
  for (let lead = SHORTEST_LEAD; ; lead *= 2) {
    const at = Math.floor((Date.now() + lead) / SECOND) * SECOND;
    const [outcome] = await Promise.allSettled([look(new Date(at).toISOString())]);
    // What was seen after its time says nothing.
    if (Date.now() >= at && lead < PATIENCE) continue;
    if (outcome?.status === 'rejected') throw outcome.reason;
    return;
  }
}

/** Changes a part of a file, which must be in it. */
export function edit(
  { folder }: Pick<GitRepository, 'folder'>,
  path: string,
  from: string | RegExp,
  to: string,
): void {
  const file = join(folder, path);
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${path} does not hold ${from}`);
  writeFileSync(file, changed);
}

export async function read({ address }: RunningSite, path: string): Promise<Response> {
  return fetch(address + path, { redirect: 'manual' });
}

export async function textOf(site: RunningSite, path: string): Promise<string> {
  return (await read(site, path)).text();
}

/** A short article of a person and a section of the sample publication. */
export function articleOf(title: string, date: string, more = 'topics: []'): string {
  return [
    '---',
    `title: ${title}`,
    `date: ${date}`,
    'authors: [aliya-haidar]',
    'summary: For a test.',
    'section: politics',
    more,
    '---',
    '',
    'Text.',
    '',
  ].join('\n');
}
