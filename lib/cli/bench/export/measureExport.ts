import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articlePath } from '../generate/article';
import { type GeneratedPublication, generatePublication } from '../generate/publication';
import type { PartResult } from '../part';
import { buildStaticApp } from '../publishing/staticApp';
import type { Workspace } from '../workspace';
import { exportRows, exportVerdicts } from './exportRows';
import { profileExport } from './profileExport';
import { type ExportTime, runExport } from './runExport';

/** What one size of publication gave; times in milliseconds of the whole command. */
export interface ExportMeasures {
  readonly articles: number;
  /** Into an empty folder, with an empty data folder. */
  readonly full: ExportTime;
  /** Into another empty folder, with what the first has left in the data folder; of the smallest size alone. */
  readonly warm: ExportTime | null;
  /** After one more sentence in one article, several times. */
  readonly edits: readonly ExportTime[];
  /** With nothing changed. */
  readonly nothing: ExportTime;
  /** One build of the same articles by Next, as static files. */
  readonly next: number;
  /** Shares of the time of one process, by what it does; of the smallest size alone, since they hardly change. */
  readonly profile: readonly (readonly [group: string, share: number])[];
}

interface ExportSetup {
  readonly workspace: Workspace;
  readonly say: (line: string) => void;
}

const EDITS = 5;

/** Static exports of publications of several sizes, beside Next's of the same articles. */
export async function measureExport(
  sizes: readonly number[],
  setup: ExportSetup,
): Promise<PartResult> {
  const measures: ExportMeasures[] = [];
  const smallest = Math.min(...sizes);
  for (const articles of sizes) {
    measures.push(await measureOne(articles, articles === smallest, setup));
  }
  return {
    name: 'export',
    rows: measures.flatMap(exportRows),
    verdicts: measures.flatMap(exportVerdicts),
    data: measures,
  };
}

async function measureOne(
  articles: number,
  isWhole: boolean,
  { workspace, say }: ExportSetup,
): Promise<ExportMeasures> {
  const name = `export-${articles}`;
  const parent = workspace.folder(name);
  const contentDir = workspace.folder(join(name, 'content'));
  const dataDir = join(parent, 'data');
  const out = join(parent, 'out');
  const count = articles.toLocaleString('en');
  say(`export: generating ${count} articles`);
  const publication = await generatePublication(contentDir, articles);
  const places = { contentDir, dataDir };
  say(`export: ${count} articles, from nothing`);
  const full = runExport({ ...places, out });
  if (isWhole) say(`export: ${count} articles, with a warm archive`);
  const warm = isWhole ? runExport({ ...places, out: join(parent, 'warm') }) : null;
  workspace.remove(join(parent, 'warm'));
  say(`export: ${EDITS} edits`);
  const edits = Array.from({ length: EDITS }, (_, index) => {
    edit(contentDir, publication, index);
    return runExport({ ...places, out });
  });
  const nothing = runExport({ ...places, out });
  say(`export: building ${count} articles as a static app`);
  const next = buildStaticApp(contentDir, publication);
  if (isWhole) say(`export: profiling ${count} articles`);
  const profiled = { ...places, out: join(parent, 'profiled') };
  const profile = isWhole ? profileExport(profiled, parent) : [];
  workspace.remove(parent);
  return { articles, full, warm, edits, nothing, next, profile };
}

/** Adds a sentence to an article from all over the archive. */
function edit(contentDir: string, { articles }: GeneratedPublication, index: number): void {
  const article = articles[Math.floor((articles.length * (index + 0.5)) / EDITS)];
  if (article === undefined) throw new Error('There is no article to edit');
  const file = join(contentDir, articlePath(article));
  writeFileSync(
    file,
    `${readFileSync(file, 'utf8').trimEnd()}\n\nOne sentence more, number ${index}.\n`,
  );
}
