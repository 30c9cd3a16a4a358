import { type Diagnostic, hasErrors, START_OF_FILE } from '@/lib/content/diagnostics';
import type { ReadingSettings } from '@/lib/content/parsed';
import { fallbackSite, type ParsedSite, parseSite } from '@/lib/content/site';
import type { SourceResult } from '@/lib/content/source';
import type { Database } from '../database';
import { readSetting } from '../settings';
import type { ContentTree, TreeFile } from '../trees/contentTree';
import type { Changes } from './changes';
import { putFile, putFindings, putReferences, putSetting, putShown, removeReading } from './store';

export interface SiteUpdate extends ReadingSettings {
  /** Whether dates and languages of all files now read differently. */
  readonly moved: boolean;
}

const SITE = { path: 'site.yml', kind: 'site' } as const;

/** Reads site.yml again where it changed; every other file's reading depends on it. */
export function updateSite(
  database: Database,
  tree: ContentTree,
  changes: Changes,
  isRewritten: () => boolean,
): SiteUpdate {
  const before = readSetting(database, 'site');
  const changed = [...changes.added, ...changes.changed].find(({ kind }) => kind === 'site');
  const isGone = changes.removed.some(({ kind }) => kind === 'site');
  const isHeld = before !== undefined && !isSound(database) && isRewritten();
  const file = changed ?? (isHeld ? presentFile(database) : undefined);
  if (before && !file && !isGone && !isHeld) return { ...before, moved: false };
  removeReading(database, SITE.path);
  const { value, findings, references } = file ? readSite(tree, file) : fallbackSite([]);
  const isBroken = file === undefined || hasErrors(findings);
  const earlier = isBroken ? soundSite(tree) : null;
  const site = earlier?.value ?? (isBroken && tree.history === null ? before : null) ?? value;
  if (file) {
    putFile(database, file);
    putShown(database, SITE.path, isBroken ? (earlier?.fingerprint ?? null) : file.fingerprint);
  }
  putSetting(database, 'site', site);
  putFindings(database, SITE.path, 'file', findings);
  putReferences(database, SITE.path, references);
  const { timeZone, language } = site;
  const moved =
    before !== undefined && (before.timeZone !== timeZone || before.language !== language);
  return { timeZone, language, moved };
}

function readSite(tree: ContentTree, file: TreeFile): ParsedSite {
  const [source] = [...tree.read([file])];
  return source === undefined ? fallbackSite([]) : parsed(source);
}

function parsed(source: SourceResult): ParsedSite {
  return source.ok ? parseSite(source.file) : fallbackSite(source.findings);
}

/** The newest version of site.yml without errors: half a version would be a site of nobody's. */
function soundSite({ history }: ContentTree) {
  for (const earlier of history?.earlier(SITE) ?? []) {
    const { value, findings } = parsed(earlier.read());
    if (!hasErrors(findings)) return { value, fingerprint: earlier.fingerprint };
  }
  return null;
}

function isSound(database: Database): boolean {
  const row = database
    .query<{ sound: number }>('SELECT shown IS fingerprint AS sound FROM file WHERE path = ?')
    .get(SITE.path);
  return row?.sound === 1;
}

function presentFile(database: Database): TreeFile | undefined {
  return database
    .query<TreeFile>('SELECT path, kind, fingerprint FROM file WHERE path = ?')
    .get(SITE.path);
}

/** A finding for each file that a publication has to have. */
export function missingFiles(database: Database): Diagnostic[] {
  const has = (path: string): boolean =>
    database.query<{ path: string }>('SELECT path FROM file WHERE path = ?').get(path) !==
    undefined;
  const problem = (file: string, rule: string, message: string): Diagnostic => {
    return { file, ...START_OF_FILE, severity: 'error', rule, message };
  };
  const missing: Diagnostic[] = [];
  if (!has('site.yml')) {
    const message =
      'site.yml is missing: it names the publication (name, description, language, timeZone).';
    missing.push(problem('site.yml', 'site-missing', message));
  }
  if (!has('sections.yml')) {
    const message = 'sections.yml is missing: it lists the sections ({slug, name, description}).';
    missing.push(problem('sections.yml', 'sections-missing', message));
  }
  return missing;
}
