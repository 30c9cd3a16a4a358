import { join } from 'node:path';
import { parseArticle } from '@/lib/content/article';
import { parseAuthor } from '@/lib/content/author';
import type { Finding } from '@/lib/content/diagnostics';
import type { ContentFile } from '@/lib/content/files';
import { parseFront, UNPLANNED_FRONT } from '@/lib/content/front';
import { parsePage } from '@/lib/content/page';
import type { ReadingSettings } from '@/lib/content/parsed';
import { parseRedirects } from '@/lib/content/redirects';
import type { Reference } from '@/lib/content/references';
import { parseSections } from '@/lib/content/sections';
import { readSource, type SourceFile } from '@/lib/content/source';
import type { Database } from '../database';
import type { MediaReading } from './mediaFile';
import { resetSetting } from './siteSettings';
import {
  markUnread,
  putArticle,
  putAuthor,
  putFindings,
  putMedia,
  putPage,
  putRedirect,
  putReferences,
  putSetting,
} from './store';

/** Reads one text file of the publication into the archive; problems go in beside it. */
export function readTextFile(
  database: Database,
  root: string,
  file: ContentFile,
  settings: ReadingSettings,
): void {
  const source = readSource(join(root, file.path), file.path);
  if (!source.ok) {
    putFindings(database, file.path, 'file', source.findings);
    const unread = source.findings.some(({ rule }) => rule === 'unreadable-file');
    if (unread) markUnread(database, file.path);
    resetSetting(database, file.kind);
    return;
  }
  const { findings, references } = readInto(database, file, source.file, settings);
  putFindings(database, file.path, 'file', findings);
  putReferences(database, file.path, references);
}

interface Read {
  readonly findings: readonly Finding[];
  readonly references: readonly Reference[];
}

function readInto(
  database: Database,
  { kind, path }: ContentFile,
  source: SourceFile,
  settings: ReadingSettings,
): Read {
  switch (kind) {
    case 'article': {
      const article = parseArticle(source, settings);
      if (article.value) putArticle(database, path, article.value);
      return article;
    }
    case 'author': {
      const author = parseAuthor(source);
      if (author.value) putAuthor(database, path, author.value);
      return author;
    }
    case 'page': {
      const page = parsePage(source, settings);
      if (page.value) putPage(database, path, page.value);
      return page;
    }
    case 'sections': {
      const sections = parseSections(source);
      putSetting(database, 'sections', sections.value);
      putSetting(database, 'declaredSections', sections.declared);
      return { findings: sections.findings, references: [] };
    }
    case 'front': {
      const front = parseFront(source, settings);
      putSetting(database, 'front', front.value ?? UNPLANNED_FRONT);
      return front;
    }
    case 'redirects': {
      const redirects = parseRedirects(source);
      for (const redirect of redirects.value) putRedirect(database, path, redirect);
      return redirects;
    }
    case 'site':
    case 'media':
      throw new Error(`${path} is read by a reader of its own`);
  }
}

export function storeMedia(database: Database, path: string, result: MediaReading): void {
  if ('facts' in result) putMedia(database, path, result.facts);
  else putFindings(database, path, 'file', [result.finding]);
}
