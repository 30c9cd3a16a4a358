import { join } from 'node:path';
import { type Diagnostic, START_OF_FILE } from '@/lib/content/diagnostics';
import type { ContentFile, ContentKind } from '@/lib/content/files';
import { UNPLANNED_FRONT } from '@/lib/content/front';
import type { ReadingSettings } from '@/lib/content/parsed';
import { fallbackSite, type ParsedSite, parseSite } from '@/lib/content/site';
import { readSource } from '@/lib/content/source';
import type { Database } from '../database';
import { readSetting } from '../settings';
import type { Changes } from './changes';
import { putFindings, putReferences, putSetting } from './store';

export interface SiteUpdate extends ReadingSettings {
  /** Whether dates and languages of all files now read differently. */
  readonly moved: boolean;
}

/** Reads site.yml again where it changed; every other file's reading depends on it. */
export function updateSite(database: Database, root: string, changes: Changes): SiteUpdate {
  const before = readSetting(database, 'site');
  const isSite = ({ kind }: ContentFile): boolean => kind === 'site';
  const present = [...changes.added, ...changes.changed].some(isSite);
  if (before && !present && !changes.removed.some(isSite)) return { ...before, moved: false };
  const { value, findings, references } = present ? readSite(root) : fallbackSite([]);
  putSetting(database, 'site', value);
  putFindings(database, 'site.yml', 'file', findings);
  putReferences(database, 'site.yml', references);
  const { timeZone, language } = value;
  const moved =
    before !== undefined && (before.timeZone !== timeZone || before.language !== language);
  return { timeZone, language, moved };
}

function readSite(root: string): ParsedSite {
  const source = readSource(join(root, 'site.yml'), 'site.yml');
  return source.ok ? parseSite(source.file) : fallbackSite(source.findings);
}

/** What the publication is without the files that it may lack. */
export function resetMissing(database: Database, files: readonly ContentFile[]): void {
  const kinds = new Set(files.map(({ kind }) => kind));
  for (const kind of ['sections', 'front'] as const) {
    if (!kinds.has(kind)) resetSetting(database, kind);
  }
}

/** Forgets what a file that is missing or cannot be read once said. */
export function resetSetting(database: Database, kind: ContentKind): void {
  if (kind === 'sections') {
    putSetting(database, 'sections', []);
    putSetting(database, 'declaredSections', []);
  }
  if (kind === 'front') putSetting(database, 'front', UNPLANNED_FRONT);
}

/** A finding for each file that a publication has to have. */
export function missingFiles(files: readonly ContentFile[]): Diagnostic[] {
  const kinds = new Set(files.map(({ kind }) => kind));
  const problem = (file: string, rule: string, message: string): Diagnostic => {
    return { file, ...START_OF_FILE, severity: 'error', rule, message };
  };
  const missing: Diagnostic[] = [];
  if (!kinds.has('site')) {
    const message =
      'site.yml is missing: it names the publication (name, description, language, timeZone).';
    missing.push(problem('site.yml', 'site-missing', message));
  }
  if (!kinds.has('sections')) {
    const message = 'sections.yml is missing: it lists the sections ({slug, name, description}).';
    missing.push(problem('sections.yml', 'sections-missing', message));
  }
  return missing;
}
