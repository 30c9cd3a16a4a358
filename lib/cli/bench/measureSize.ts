import { loadavg } from 'node:os';
import { articlePath } from './generate/article';
import { generatePublication } from './generate/publication';
import { measurePages } from './measurePages';
import { measureSync } from './measureSync';
import { planPages } from './pageKinds';
import { memoryOf } from './processFacts';
import type { SizeResult } from './results';
import { startSite } from './site';
import { watchStolenTime } from './stolenTime';
import type { Workspace } from './workspace';
import { meanOfYardsticks, measureYardstick } from './yardstick';

interface Setup {
  readonly program: string;
  readonly workspace: Workspace;
  /** Told what is being done. */
  readonly say: (line: string) => void;
}

const EDITS = 5;

/** Generates a publication, measures it, and deletes it again. */
export async function measureSize(articles: number, setup: Setup): Promise<SizeResult> {
  const { program, workspace, say } = setup;
  const folder = workspace.folder(String(articles));
  const contentDir = workspace.folder(`${articles}/content`);
  const dataDir = workspace.folder(`${articles}/data`);
  const count = articles.toLocaleString('en');
  say(`${count} articles: generating them`);
  const publication = await generatePublication(contentDir, articles);
  const [load = 0] = loadavg();
  const stolenTime = watchStolenTime();
  const before = measureYardstick();
  say(`${count} articles: syncing`);
  const edited = publication.articles.slice(0, EDITS).map(articlePath);
  const sync = await measureSync({ program, contentDir, dataDir, edited });
  say(`${count} articles: starting the server`);
  const site = await startSite({ contentDir, dataDir });
  say(`${count} articles: asking for pages`);
  const { pages, processorTime } = await measurePages(site, planPages(publication));
  const serverMemory = memoryOf(site.pid);
  await site.stop();
  const yardstick = meanOfYardsticks(before, measureYardstick());
  const stolen = stolenTime();
  workspace.remove(folder);
  return { articles, load, stolen, yardstick, sync, pages, processorTime, serverMemory };
}
