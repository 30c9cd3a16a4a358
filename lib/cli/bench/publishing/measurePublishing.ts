import { setTimeout as sleep } from 'node:timers/promises';
import { generatePublication } from '../generate/publication';
import { Random } from '../generate/random';
import { fillArchive } from '../measureSync';
import type { PartResult } from '../part';
import { startSite } from '../site';
import type { Workspace } from '../workspace';
import { type FollowedEdit, followEdit } from './followEdit';
import { type EditCounts, planEdits } from './planEdits';
import { publishingRows, publishingVerdicts } from './publishingRows';
import { type ReadingResult, readingOrder, startReaders } from './readers';
import { EditorsRepository } from './repository';
import { buildStaticApp } from './staticApp';

/** What one size of publication gave; times in milliseconds. */
export interface PublishingMeasures {
  readonly articles: number;
  readonly edits: readonly FollowedEdit[];
  readonly reading: ReadingResult;
  /** One build of the same articles by Next; null where there are too many to build. */
  readonly staticBuild: number | null;
}

export interface PublishingSetup {
  /** The bundled bench, which runs itself again for the readers. */
  readonly program: string;
  readonly workspace: Workspace;
  /** Told what is being done. */
  readonly say: (line: string) => void;
}

const FEW: EditCounts = { headlines: 30, texts: 10, articles: 5 };
const MANY: EditCounts = { headlines: 40, texts: 15, articles: 8 };
const MOST_FOR_MANY = 10_000;
const MOST_TO_BUILD = 1_000;
/** Milliseconds between two edits, in which the site makes anew what was read most. */
export const PAUSE = 3_000;
/** Milliseconds in which readers fill the server's memory before the first edit. */
const WARM_UP = 30_000;
const SEED = 31;
const SECRET = 'known to the bench and to the site it starts';

/** From commit to new HTML, for each number of articles, while others read. */
export async function measurePublishing(
  sizes: readonly number[],
  setup: PublishingSetup,
): Promise<PartResult> {
  const measures: PublishingMeasures[] = [];
  for (const articles of sizes) measures.push(await measureOne(articles, setup));
  return {
    name: 'publishing',
    rows: measures.flatMap(publishingRows),
    verdicts: measures.flatMap(publishingVerdicts),
    data: measures,
  };
}

async function measureOne(articles: number, setup: PublishingSetup): Promise<PublishingMeasures> {
  const { program, workspace, say } = setup;
  const folder = workspace.folder(`publishing-${articles}`);
  const contentDir = workspace.folder(`publishing-${articles}/content`);
  const dataDir = workspace.folder(`publishing-${articles}/data`);
  const count = articles.toLocaleString('en');
  say(`publishing: generating and committing ${count} articles`);
  const publication = await generatePublication(contentDir, articles);
  const repository = EditorsRepository.create(contentDir);
  const environment = {
    CONTENT_REPO: contentDir,
    CONTENT_BRANCH: 'main',
    PUBLISH_SECRET: SECRET,
    PUBLISH_POLL: 'off',
  };
  say(`publishing: reading ${count} articles into the archive`);
  // A first sync of many articles takes longer than a start may.
  await fillArchive(program, { ...environment, CONTENT_DIR: contentDir, DATA_DIR: dataDir });
  const site = await startSite({ contentDir, dataDir, environment });
  const stopReaders = startReaders(program, readingOrder(site.address, publication));
  await sleep(WARM_UP);
  const edits: FollowedEdit[] = [];
  const counts = articles > MOST_FOR_MANY ? FEW : MANY;
  const plan = planEdits(publication, counts, new Random(SEED));
  say(`publishing: following ${plan.length} edits`);
  const { address } = site;
  for (const planned of plan) {
    const edit = planned((path) => repository.read(path));
    edits.push(await followEdit({ address, secret: SECRET, repository }, edit));
    await sleep(PAUSE);
  }
  const reading = await stopReaders();
  await site.stop();
  const isBuilt = articles <= MOST_TO_BUILD;
  if (isBuilt) say(`publishing: building ${count} articles as a static app`);
  const staticBuild = isBuilt ? buildStaticApp(contentDir, publication) : null;
  workspace.remove(folder);
  return { articles, edits, reading, staticBuild };
}
