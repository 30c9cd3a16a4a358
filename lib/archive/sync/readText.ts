import { parseArticle } from '@/lib/content/article';
import { parseAuthor } from '@/lib/content/author';
import { type Finding, hasErrors } from '@/lib/content/diagnostics';
import type { ContentFile } from '@/lib/content/files';
import { parseFront, UNPLANNED_FRONT } from '@/lib/content/front';
import { parsePage } from '@/lib/content/page';
import type { Parsed, ReadingSettings } from '@/lib/content/parsed';
import { parseRedirects } from '@/lib/content/redirects';
import type { Reference } from '@/lib/content/references';
import { parseSections } from '@/lib/content/sections';
import type { SourceResult } from '@/lib/content/source';
import { parseSpellings } from '@/lib/content/spellings';
import type { Database } from '../database';
import { putArticle, putAuthor, putPage, putRedirect, putSetting } from './store';

/** Writes what a file says into the archive. */
export type Put = (database: Database) => void;

/** What one version of a text file gives to the archive. */
export interface ReadText {
  readonly findings: readonly Finding[];
  readonly references: readonly Reference[];
  /** Null where the version has errors. */
  readonly put: Put | null;
  /** The part that is sound in spite of errors, for files that were never better. */
  readonly putPart: Put | null;
}

/** Reads one version of a text file of the publication, site.yml excepted. */
export function readText(
  { kind, path }: ContentFile,
  source: SourceResult,
  settings: ReadingSettings,
): ReadText {
  if (!source.ok) {
    return { findings: source.findings, references: [], put: null, putPart: resetting(kind) };
  }
  const { file } = source;
  switch (kind) {
    case 'article':
      return whole(parseArticle(file, settings), (article) => (database) => {
        putArticle(database, path, article, settings.timeZone);
      });
    case 'author':
      return whole(parseAuthor(file), (author) => (database) => putAuthor(database, path, author));
    case 'page':
      return whole(parsePage(file, settings), (page) => (database) => {
        putPage(database, path, page);
      });
    case 'front':
      return {
        ...whole(parseFront(file, settings), (front) => (database) => {
          putSetting(database, 'front', front);
        }),
        putPart: resetting('front'),
      };
    case 'sections': {
      const { value, declared, findings } = parseSections(file);
      return inParts(findings, [], (database) => {
        putSetting(database, 'sections', value);
        putSetting(database, 'declaredSections', declared);
      });
    }
    case 'spellings': {
      const { value, findings } = parseSpellings(file);
      return inParts(findings, [], (database) => putSetting(database, 'spellings', value));
    }
    case 'redirects': {
      const { value, references, findings } = parseRedirects(file);
      return inParts(findings, references, (database) => {
        for (const redirect of value) putRedirect(database, path, redirect);
      });
    }
    case 'site':
    case 'media':
      throw new Error(`${path} is read by a reader of its own`);
  }
}

function whole<Model>(
  { value, findings, references }: Parsed<Model>,
  putting: (model: Model) => Put,
): ReadText {
  const put = value === null || hasErrors(findings) ? null : putting(value);
  return { findings, references, put, putPart: null };
}

function inParts(
  findings: readonly Finding[],
  references: readonly Reference[],
  put: Put,
): ReadText {
  return { findings, references, put: hasErrors(findings) ? null : put, putPart: put };
}

/** What the publication is without one of the files that it may lack. */
export function resetting(kind: ContentFile['kind']): Put | null {
  if (kind === 'front') return (database) => putSetting(database, 'front', UNPLANNED_FRONT);
  if (kind === 'spellings') return (database) => putSetting(database, 'spellings', []);
  if (kind !== 'sections') return null;
  return (database) => {
    putSetting(database, 'sections', []);
    putSetting(database, 'declaredSections', []);
  };
}
