import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type ArticleHistory,
  articleHistory,
  hasHistory,
} from '@/lib/publishing/history/articleHistory';
import { Publication } from '@/lib/publishing/publication';
import { readEnvironment } from '@/lib/site/environment';
import { folderOf } from '../../fixtures/folder';
import { GitRepository } from '../../fixtures/gitRepository';
import { slug } from '../../fixtures/slugs';
import { SOUND_PUBLICATION } from '../../fixtures/soundPublication';

const PATH = 'articles/2026/02/flood.md';
const FLOOD = slug<'article'>('flood');

interface Facts {
  readonly title?: string;
  readonly date?: string;
  readonly more?: string;
  readonly body?: string;
}

function article({ title = 'Flood', date = '2026-01-05', more = '', body = 'It rained.' }: Facts) {
  return `---
title: ${title}
date: ${date}
authors: [aigerim-bekova]
summary: What the water did.
section: water
${more}---

${body}
`;
}

/** A repository whose commits are the versions of one article, each with its subject. */
function repositoryOf(versions: readonly (readonly [subject: string, facts: Facts | string])[]) {
  const repository = GitRepository.of(SOUND_PUBLICATION);
  for (const [subject, version] of versions) {
    repository.write(PATH, typeof version === 'string' ? version : article(version));
    repository.commit(subject);
  }
  return repository;
}

async function publish(variables: Record<string, string>): Promise<Publication> {
  const publication = Publication.open(readEnvironment({ DATA_DIR: folderOf({}), ...variables }));
  onTestFinished(() => publication.database.close());
  await publication.sync();
  return publication;
}

function historyIn(publication: Publication, of = FLOOD): ArticleHistory | null {
  const committed = () => publication.source.committed(publication.commit);
  return publication.read((reader) => articleHistory(reader, of, committed));
}

async function historyOf(repository: GitRepository): Promise<ArticleHistory | null> {
  return historyIn(await publish({ CONTENT_DIR: repository.folder }));
}

function subjects(history: ArticleHistory | null): string[] | undefined {
  return history?.versions.map(({ subject }) => subject);
}

describe('the history of an article', () => {
  it('tells that an article is called something else, by the words that readers know', async () => {
    const history = await historyOf(
      repositoryOf([
        ['Report', { more: 'dateline: Osh\n' }],
        ['Call it what it is', { more: 'dateline: Osh\ngenre: ask-public\n' }],
        ['Name the right place', { more: 'dateline: Naryn\ngenre: ask-public\n' }],
      ]),
    );
    const changes = history?.versions.map((version) =>
      version.changes?.map(({ part, passages }) => [part, ...passages.flat()]),
    );
    expect(changes).toEqual([
      [['dateline', { kind: 'removed', text: 'Osh' }, { kind: 'added', text: 'Naryn' }]],
      [['genre', { kind: 'added', text: 'Ask the public' }]],
      undefined,
    ]);
  });

  it.each(['CONTENT_DIR', 'CONTENT_REPO'])('tells what changed, by %s', async (name) => {
    const repository = repositoryOf([
      ['Report the flood', { body: 'The river rose by two metres.\n\nIt rained.' }],
      ['Correct the height', { title: 'Great flood', body: 'The river rose by three metres.' }],
    ]);
    const publication = await publish({ [name]: repository.folder });
    const history = historyIn(publication);
    expect(subjects(history)).toEqual(['Correct the height', 'Report the flood']);
    expect(history?.isCut).toBe(false);
    const [newest, oldest] = history?.versions ?? [];
    expect(oldest?.changes).toBeNull();
    expect(newest?.changes).toEqual([
      {
        part: 'title',
        picture: null,
        passages: [
          [
            { kind: 'removed', text: 'Flood' },
            { kind: 'added', text: 'Great flood' },
          ],
        ],
      },
      {
        part: 'body',
        picture: null,
        passages: [
          [
            { kind: 'same', text: 'The river rose by ' },
            { kind: 'removed', text: 'two' },
            { kind: 'added', text: 'three' },
            { kind: 'same', text: ' metres.' },
          ],
          [{ kind: 'removed', text: 'It rained.' }],
        ],
      },
    ]);
    expect(newest?.from).toBe(Number(repository.git('log', '-1', '--format=%ct')) * 1000);
    expect(publication.read((reader) => hasHistory(reader, FLOOD))).toBe(true);
    expect(JSON.stringify(history)).not.toMatch(/@|An Editor/);
  });

  it('leaves out drafts, broken versions and what readers cannot see', async () => {
    const repository = repositoryOf([
      ['Begin in secret', { more: 'draft: true\n', body: 'Not checked.' }],
      ['Publish', { body: 'Checked.' }],
      ['Add a tag', { more: 'topics: [rain]\n', body: 'Checked.' }],
      ['Break it', 'No front matter.'],
      ['Mend it', { body: 'Checked twice.' }],
      ['Take it back', { more: 'draft: true\n', body: 'Wrong in secret.' }],
      ['Publish again', { body: 'Checked thrice.' }],
    ]);
    const history = await historyOf(repository);
    expect(subjects(history)).toEqual(['Publish again', 'Mend it', 'Publish']);
    expect(JSON.stringify(history)).not.toMatch(/secret|Not checked/);
  });

  it('counts what came before the date as one version, from its date on', async () => {
    // The repository's clock stands at 2026-05-28T20:26Z.
    const repository = repositoryOf([
      ['Embargoed', { date: '2026-05-30', body: 'One.' }],
      ['Still embargoed', { date: '2026-05-30', body: 'Two.' }],
    ]);
    const history = await historyOf(repository);
    expect(subjects(history)).toEqual(['Still embargoed']);
    expect(history?.versions[0]?.from).toBe(Date.parse('2026-05-29T19:00:00Z'));
  });

  it('follows a file that was renamed, but not to where nothing is published', async () => {
    const repository = repositoryOf([]);
    const body = 'A long enough text, so that Git knows it again under its other name.';
    repository.write('notes/flood.md', article({ title: 'Notes', body }));
    repository.commit('Note something');
    repository.rename('notes/flood.md', 'articles/2026/01/deluge.md');
    repository.commit('Publish');
    repository.rename('articles/2026/01/deluge.md', PATH);
    repository.write(PATH, article({ title: 'Flood', body }));
    repository.commit('Rename');
    expect(subjects(await historyOf(repository))).toEqual(['Rename', 'Publish']);
  });

  it('counts what was merged as one version, which the branch alone never published', async () => {
    const repository = repositoryOf([['Report', { body: 'One.' }]]);
    repository.git('switch', '--quiet', '--create', 'draft');
    repository.write(PATH, article({ body: 'Not yet agreed.' }));
    repository.commit('Try something');
    repository.write(PATH, article({ body: 'Agreed.' }));
    repository.commit('Agree');
    repository.git('switch', '--quiet', 'main');
    repository.git('merge', '--quiet', '--no-ff', '--message', 'Update the report', 'draft');
    const history = await historyOf(repository);
    expect(subjects(history)).toEqual(['Update the report', 'Report']);
    expect(JSON.stringify(history)).not.toContain('Not yet agreed');
  });

  it('ends with the version that readers see, while a later one is held back', async () => {
    const repository = repositoryOf([['Report', { body: 'One.' }]]);
    const publication = await publish({ CONTENT_REPO: repository.folder });
    repository.write(PATH, article({ body: 'Two.' }).replace('aigerim-bekova', 'nobody-here'));
    repository.commit('Name an author who is unknown');
    await publication.sync();
    expect(subjects(historyIn(publication))).toEqual(['Report']);
  });

  it('says where older versions are left out', async () => {
    const repository = repositoryOf([
      ['Long', { body: 'Many words. '.repeat(10_000) }],
      ['Short', { body: 'Few words.' }],
    ]);
    const long = await historyOf(repository);
    expect([subjects(long), long?.isCut]).toEqual([['Short'], true]);
    const many = Array.from(
      { length: 51 },
      (_, n) => [`Version ${n}`, { body: `Text ${n}.` }] as const,
    );
    const cut = await historyOf(repositoryOf(many));
    expect([cut?.versions.length, cut?.isCut]).toEqual([50, true]);
    expect(cut?.versions.at(-1)?.subject).toBe('Version 1');
  });

  it('tells of another picture', async () => {
    const image = (name: string) => `image: {src: media/${name}.png, alt: A river}\n`;
    const repository = repositoryOf([
      ['Report', { more: image('river') }],
      ['Change the picture', { more: image('aigerim') }],
    ]);
    const history = await historyOf(repository);
    expect(history?.versions[0]?.changes).toEqual([
      { part: 'picture', picture: 'replaced', passages: [] },
    ]);
  });

  it('keeps a long subject within bounds', async () => {
    const history = await historyOf(repositoryOf([['😀'.repeat(300), {}]]));
    expect(history?.versions[0]?.subject).toBe(`${'😀'.repeat(199)}…`);
  });
});

describe('an article without a history', () => {
  it.each([
    [
      'content in a plain folder',
      async () => publish({ CONTENT_DIR: folderOf(SOUND_PUBLICATION) }),
    ],
    [
      'a publication that wants none',
      async () => {
        const repository = GitRepository.of(SOUND_PUBLICATION);
        const site = String(SOUND_PUBLICATION['site.yml']);
        repository.write('site.yml', `${site}history: false\n`);
        repository.commit();
        return publish({ CONTENT_DIR: repository.folder });
      },
    ],
    [
      'a file that is not committed',
      async () => {
        const files = { ...SOUND_PUBLICATION };
        delete files['articles/2026/02/dam-opens.md'];
        const repository = GitRepository.of(files);
        const text = SOUND_PUBLICATION['articles/2026/02/dam-opens.md'];
        repository.write('articles/2026/02/dam-opens.md', text ?? '');
        return publish({ CONTENT_DIR: repository.folder });
      },
    ],
  ])('is that of %s', async (_, open) => {
    const publication = await open();
    const dam = slug<'article'>('dam-opens');
    expect(historyIn(publication, dam)).toBeNull();
    expect(publication.read((reader) => hasHistory(reader, dam))).toBe(false);
  });

  it('is one that readers cannot see', async () => {
    const repository = repositoryOf([
      ['Report', { body: 'One.' }],
      ['Withdraw', { more: 'draft: true\n' }],
    ]);
    expect(await historyOf(repository)).toBeNull();
    expect(
      historyIn(await publish({ CONTENT_DIR: repository.folder }), slug('no-such')),
    ).toBeNull();
  });
});
