import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrors } from '@/lib/content/diagnostics';
import { type ContentKind, listContent } from '@/lib/content/files';
import type { ReadingSettings } from '@/lib/content/parsed';
import { parseSections } from '@/lib/content/sections';
import { parseSite } from '@/lib/content/site';
import { readSource, type SourceFile } from '@/lib/content/source';
import { CommandError } from '../commandError';

/** What a new file has to fit in with. */
export interface Desk {
  /** Absolute path of the publication. */
  readonly root: string;
  readonly settings: ReadingSettings;
  /** Slugs, in the order of sections.yml. */
  readonly sections: readonly string[];
  /** Paths of articles and of profiles by their slugs. */
  readonly articles: ReadonlyMap<string, string>;
  readonly authors: ReadonlyMap<string, string>;
}

/** @throws CommandError where the folder is missing, or site.yml or sections.yml is not sound */
export function readDesk(contentDir: string): Desk {
  if (!existsSync(contentDir)) {
    throw new CommandError(`There is no folder ${contentDir}; CONTENT_DIR or --content names it.`);
  }
  const { root, files } = listContent(contentDir);
  const named = (kind: ContentKind): ReadonlyMap<string, string> =>
    new Map(
      files.filter((file) => file.kind === kind).map(({ path }) => [fileName(path), path] as const),
    );
  const site = parseSite(textOf(root, 'site.yml'));
  if (hasErrors(site.findings)) throw notSound('site.yml');
  const sections = parseSections(textOf(root, 'sections.yml'));
  if (hasErrors(sections.findings)) throw notSound('sections.yml');
  const { timeZone, language } = site.value;
  return {
    root,
    settings: { timeZone, language },
    sections: sections.value.map(({ slug }) => slug),
    articles: named('article'),
    authors: named('author'),
  };
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.md'.length);
}

function textOf(root: string, path: string): SourceFile {
  const result = readSource(join(root, path), path);
  if (!result.ok) throw notSound(path);
  return result.file;
}

function notSound(path: string): CommandError {
  return new CommandError(`${path} is missing or has errors; "npm run check" says which.`);
}
