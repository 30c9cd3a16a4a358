import { routes, type SitePath } from '@/lib/site/routes';
import { PageClient } from '../fetchPage';
import { count, milliseconds } from '../formatNumber';
import { type GeneratedPublication, generatePublication } from '../generate/publication';
import { Random } from '../generate/random';
import { fillArchive } from '../measureSync';
import { atMost, type PartResult } from '../part';
import { startSite } from '../site';
import { median, percentile } from '../statistics';
import type { Workspace } from '../workspace';
import { askIndex, planDocuments, warmUpFeeds } from './plannedDocuments';
import { planQueries, QUERY_KINDS } from './queries';

interface DiscoverySetup {
  /** The bundled bench, which runs itself again to fill the archive. */
  readonly program: string;
  readonly workspace: Workspace;
  /** Told what is being done. */
  readonly say: (line: string) => void;
}

/** Answers of one kind; milliseconds, each made when it was asked for. */
interface Times {
  readonly name: string;
  readonly times: readonly number[];
}

interface DiscoveryMeasures {
  readonly articles: number;
  readonly documents: readonly Times[];
  readonly searches: readonly Times[];
}

const QUERIES = 240;
const WARM_UP_QUERIES = 24;
const SEED = 41;
/** Milliseconds that the slowest twentieth may exceed. */
const SEARCH_LIMIT = 50;
const DOCUMENT_LIMIT = 100;

/** How long searches, feeds and sitemaps take that nobody has asked for before. */
export async function measureDiscovery(
  sizes: readonly number[],
  setup: DiscoverySetup,
): Promise<PartResult> {
  const measures: DiscoveryMeasures[] = [];
  for (const articles of sizes) measures.push(await measureOne(articles, setup));
  return {
    name: 'discovery',
    rows: measures.flatMap(({ articles, documents, searches }) => [
      [`Made when asked for, ${count(articles)} articles`, 'answers', 'median', 'p95', 'most'],
      ...[...documents, ...searches].map(row),
    ]),
    verdicts: measures.flatMap(({ articles, documents, searches }) => [
      ...documents.map(({ name, times }) =>
        atMost(
          `${name} at ${count(articles)} articles, most`,
          'ms',
          DOCUMENT_LIMIT,
          Math.max(...times),
        ),
      ),
      atMost(
        `search at ${count(articles)} articles, p95`,
        'ms',
        SEARCH_LIMIT,
        percentile(
          searches.flatMap(({ times }) => times),
          0.95,
        ),
      ),
    ]),
    data: measures,
  };
}

async function measureOne(
  articles: number,
  { program, workspace, say }: DiscoverySetup,
): Promise<DiscoveryMeasures> {
  const folder = workspace.folder(`discovery-${articles}`);
  const contentDir = workspace.folder(`discovery-${articles}/content`);
  const dataDir = workspace.folder(`discovery-${articles}/data`);
  say(`discovery: generating ${count(articles)} articles`);
  const publication = await generatePublication(contentDir, articles);
  say(`discovery: reading ${count(articles)} articles into the archive`);
  await fillArchive(program, { CONTENT_DIR: contentDir, DATA_DIR: dataDir });
  const site = await startSite({ contentDir, dataDir });
  const client = new PageClient(site.address);
  try {
    return { articles, ...(await askAll(publication, client, say)) };
  } finally {
    client.close();
    await site.stop();
    workspace.remove(folder);
  }
}

async function askAll(
  publication: GeneratedPublication,
  client: PageClient,
  say: DiscoverySetup['say'],
): Promise<Omit<DiscoveryMeasures, 'articles'>> {
  const ask = async (path: SitePath): Promise<number> => {
    const { status, milliseconds: time } = await client.get(path);
    if (status !== 200) throw new Error(`${path} was answered with status ${status}`);
    return time;
  };
  const random = new Random(SEED);
  const address = (search: URLSearchParams): SitePath => `${routes.search()}?${search}`;
  for (const { search } of planQueries(publication, WARM_UP_QUERIES, random)) {
    await ask(address(search));
  }
  for (const path of warmUpFeeds(publication)) await ask(path);
  say('discovery: asking');
  const index = await askIndex(client);
  const documents: Times[] = [{ name: 'sitemap index', times: [index.milliseconds] }];
  for (const { name, paths } of planDocuments(publication, index)) {
    const times: number[] = [];
    for (const path of paths) times.push(await ask(path));
    documents.push({ name, times });
  }
  const queries = planQueries(publication, QUERIES, random);
  const searches: Times[] = [];
  for (const kind of QUERY_KINDS) {
    const times: number[] = [];
    for (const query of queries)
      if (query.kind === kind) times.push(await ask(address(query.search)));
    searches.push({ name: `search, ${kind}`, times });
  }
  return { documents, searches };
}

function row({ name, times }: Times): string[] {
  const figures = [median(times), percentile(times, 0.95), Math.max(...times)];
  return [`  ${name}`, count(times.length), ...figures.map(milliseconds)];
}
