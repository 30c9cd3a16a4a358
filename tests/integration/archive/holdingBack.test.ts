import { beforeEach, describe, expect, it } from 'vitest';
import { articleDetail } from '@/lib/archive/queries/article';
import { frontPage } from '@/lib/archive/queries/front';
import { pictureFile } from '@/lib/archive/queries/pictures';
import { GitRepository } from '../../fixtures/gitRepository';
import { treeOf } from '../../fixtures/gitTree';
import { PUBLISHED, TestPublication } from '../../fixtures/publication';
import { slug } from '../../fixtures/slugs';
import { SOUND_PUBLICATION } from '../../fixtures/soundPublication';

const AIGERIM = 'authors/aigerim-bekova.md';
const DAM = 'articles/2026/02/dam-opens.md';
const VOTE = 'articles/2026/03/budget-vote.md';

let repository: GitRepository;
let running: TestPublication;
let fresh: TestPublication;

beforeEach(async () => {
  repository = GitRepository.of(SOUND_PUBLICATION);
  running = new TestPublication(repository.folder);
  await running.syncWith(treeOf(repository));
});

/** Commits, and takes the commit into the archive that runs and into one that knows nothing. */
async function publish(): Promise<void> {
  repository.commit();
  await running.syncWith(treeOf(repository));
  fresh = new TestPublication(repository.folder);
  await fresh.syncWith(treeOf(repository));
  expect(fresh.problems()).toEqual(running.problems());
}

/** Of both archives, which must agree. */
function seen<Seen>(look: (publication: TestPublication) => Seen): Seen {
  expect(look(fresh)).toEqual(look(running));
  return look(running);
}

const detail = (name: string) => (publication: TestPublication) =>
  publication.read((reader) => articleDetail(reader, slug(name)));
const without = (name: string) => PUBLISHED.filter((known) => known !== name);

describe('an article that breaks', () => {
  it('stays in its newest sound version, however often it was broken since', async () => {
    running.edit(DAM, 'before sunrise', 'at noon');
    await publish();
    running.edit(DAM, 'section: water', 'section: ""');
    await publish();
    running.edit(DAM, 'at noon', 'at dusk');
    await publish();
    expect(running.problems()).toEqual([`${DAM}:6:10 error invalid-field`]);
    expect(seen(detail('dam-opens'))?.body).toContain('at noon');
    running.edit(DAM, 'section: ""', 'section: water');
    await publish();
    expect(seen(detail('dam-opens'))?.body).toContain('at dusk');
  });

  it('does not appear where it never was sound', async () => {
    running.write('articles/2026/03/new.md', '---\ntitle: New\n---\n');
    await publish();
    expect(seen((publication) => publication.slugs())).toEqual(PUBLISHED);
  });

  it('stays a draft where its newest sound version is one', async () => {
    running.edit(DAM, 'section: water', 'section: water\ndraft: true');
    await publish();
    running.edit(DAM, 'draft: true', 'draft: perhaps');
    await publish();
    expect(seen((publication) => publication.slugs())).toEqual(without('dam-opens'));
  });

  it('by naming somebody who never was goes back to whom it named before', async () => {
    running.edit(VOTE, 'timur-rashidov', 'timur-rashidow');
    running.edit(VOTE, 'title: ', 'title: New ');
    await publish();
    expect(running.problems()).toEqual([`${VOTE}:4:11 error unknown-author`]);
    expect(seen(detail('budget-vote'))?.bylines[0]?.slug).toBe('timur-rashidov');
    expect(seen(detail('budget-vote'))?.article.title).not.toContain('New');
  });

  it('is taken as it is once the one that it names exists, though it is not read again', async () => {
    running.edit(VOTE, 'timur-rashidov', 'new-person');
    await publish();
    running.write('authors/new-person.md', '---\nname: New Person\nrole: Reporter\n---\n\nBio.\n');
    await publish();
    expect(running.problems()).toEqual([]);
    expect(seen(detail('budget-vote'))?.bylines[0]?.name).toBe('New Person');
  });

  it('is withdrawn by deleting it, and comes back as it was last', async () => {
    running.edit(DAM, 'section: water', 'section: ""');
    await publish();
    const broken = running.text(DAM);
    running.remove(DAM);
    await publish();
    expect(seen((publication) => publication.slugs())).toEqual(without('dam-opens'));
    running.write(DAM, broken);
    await publish();
    expect(seen((publication) => publication.slugs())).toEqual(PUBLISHED);
  });

  it('loses a version that no commit leads from any more', async () => {
    const other = running.text(DAM).replace(/redirectFrom: .*\n/, '');
    running.write('articles/2026/03/new.md', other);
    const before = repository.head;
    await publish();
    expect(seen((publication) => publication.slugs())).toContain('new');
    repository.git('reset', '--quiet', '--hard', before);
    running.write('articles/2026/03/new.md', 'broken');
    await publish();
    expect(seen((publication) => publication.slugs())).toEqual(PUBLISHED);
  });
});

describe('what articles name', () => {
  it('leaves them in place when it is deleted', async () => {
    running.remove(AIGERIM);
    running.remove('media/river.png');
    await publish();
    expect(running.problems()).toContain(`${DAM}:4:11 error unknown-author`);
    expect(seen((publication) => publication.slugs())).toEqual(PUBLISHED);
    expect(seen(detail('dam-opens'))?.bylines[0]?.hasProfile).toBe(false);
  });

  it('leaves them in place when the section goes', async () => {
    running.edit('sections.yml', 'slug: water', 'slug: waters');
    await publish();
    expect(running.problems()).toContain(`${DAM}:6:10 error unknown-section`);
    expect(seen((publication) => publication.slugs())).toEqual(PUBLISHED);
  });

  it('stays a profile in its newest sound version', async () => {
    running.edit(AIGERIM, 'role: Water correspondent', 'rôle: Water correspondent');
    await publish();
    expect(seen(detail('dam-opens'))?.bylines[0]?.hasProfile).toBe(true);
  });

  it('stays a picture in its newest sound version', async () => {
    running.write('media/river.png', 'no picture');
    await publish();
    expect(running.problems()).toEqual(['media/river.png:1:1 error media-unreadable']);
    expect(
      seen((publication) => publication.read((reader) => pictureFile(reader, 'media/river.png'))),
    ).toMatchObject({ width: 8, height: 4 });
  });
});

describe('a single file', () => {
  it.each([
    ['site.yml', 'broken in one field', 'name: [a]\n'],
    ['site.yml', 'that YAML cannot read', 'name: "a'],
    ['site.yml', 'deleted', null],
    ['sections.yml', 'broken in one entry', '- {slug: water}\n'],
    ['sections.yml', 'that YAML cannot read', '- "a'],
    ['sections.yml', 'deleted', null],
    ['front.yml', 'broken', 'lead: {article: 7}\n'],
  ])('%s that is %s leaves all as it was', async (file, _how, text) => {
    const look = (publication: TestPublication) =>
      publication.read((reader) => [reader.site, reader.sections, frontPage(reader)]);
    const before = look(running);
    if (text === null) running.remove(file);
    else running.write(file, text);
    await publish();
    expect(running.problems()).not.toEqual([]);
    expect(seen(look)).toEqual(before);
  });

  it('that may be missing is given up by deleting it', async () => {
    const lead = (publication: TestPublication) =>
      publication.read((reader) => frontPage(reader).lead?.slug);
    expect(lead(running)).toBe('river-levels');
    running.remove('front.yml');
    await publish();
    expect(seen(lead)).toBe('budget-vote');
  });
});
