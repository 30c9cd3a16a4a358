import { type Dirent, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { isSlug } from '@/lib/site/slug';
import { type Diagnostic, START_OF_FILE } from './diagnostics';

export type ContentKind =
  | 'article'
  | 'author'
  | 'page'
  | 'site'
  | 'sections'
  | 'front'
  | 'redirects'
  | 'spellings'
  | 'media';

export interface ContentFile {
  /** Path below the content folder, with forward slashes. */
  readonly path: string;
  readonly kind: ContentKind;
}

export interface ContentListing {
  /** Absolute path of the publication, symbolic links in its own path resolved. */
  readonly root: string;
  readonly files: readonly ContentFile[];
  /** Files that cannot be what their place asks for, each at its first character. */
  readonly diagnostics: readonly Diagnostic[];
}

const SINGLE_FILES: ReadonlyMap<string, ContentKind> = new Map([
  ['site.yml', 'site'],
  ['sections.yml', 'sections'],
  ['front.yml', 'front'],
  ['redirects.yml', 'redirects'],
  ['spellings.yml', 'spellings'],
]);

const MARKDOWN_PLACES: readonly { kind: ContentKind; place: RegExp; example: string }[] = [
  {
    kind: 'article',
    place: /^articles\/\d{4}\/(?:0[1-9]|1[0-2])\/([^/]+)\.md$/i,
    example: 'articles/2026/11/my-article.md',
  },
  { kind: 'author', place: /^authors\/([^/]+)\.md$/i, example: 'authors/my-name.md' },
  { kind: 'page', place: /^pages\/([^/]+)\.md$/i, example: 'pages/about.md' },
];

/** The rates belong to another reader; the schemas and notes beside the content to nobody. */
const OTHER_FOLDERS = new Set(['rates']);

/** Whether a path lies where nothing of the publication is looked for. */
export function isElsewhere(path: string): boolean {
  const [first = '', ...rest] = path.split('/');
  if (rest.length > 0 && OTHER_FOLDERS.has(first)) return true;
  return path.startsWith('.') || path.includes('/.');
}

/**
 * Lists what a content folder holds. Symbolic links are never followed, so that nothing outside
 * the folder can be published through one.
 * @throws Error where the folder itself does not exist or cannot be read
 */
export function listContent(contentDir: string): ContentListing {
  const root = realpathSync(contentDir);
  const files: ContentFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of entriesOf(root, folder, diagnostics)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      if (entry.isSymbolicLink()) {
        diagnostics.push(linkProblem(path, readlinkSync(join(root, path))));
      } else if (entry.isDirectory() && !entry.name.endsWith('.md')) {
        if (folder !== '' || !OTHER_FOLDERS.has(entry.name)) pending.push(path);
      } else {
        const found = classify(path);
        if (found.kind) files.push({ path, kind: found.kind });
        if (found.problem) diagnostics.push(found.problem);
      }
    }
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { root, files, diagnostics };
}

function entriesOf(root: string, folder: string, diagnostics: Diagnostic[]): Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (folder === '') throw error;
    const reason = error instanceof Error ? error.message : String(error);
    diagnostics.push(problem(folder, 'unreadable-file', `The folder cannot be read (${reason}).`));
    return [];
  }
}

/**
 * What the file at a path is to the publication, and what is wrong with its place; nothing of
 * both where it is none of the publication's.
 */
export function classify(path: string): { kind?: ContentKind; problem?: Diagnostic } {
  const single = SINGLE_FILES.get(path);
  if (single) return { kind: single };
  if (path.startsWith('media/')) return { kind: 'media' };
  if (!/\.md$/i.test(path) || !path.includes('/')) return {};
  const folder = path.slice(0, path.indexOf('/') + 1);
  const expected = MARKDOWN_PLACES.find(({ example }) => example.startsWith(folder));
  if (!expected) return {};
  const name = expected.place.exec(path)?.[1];
  if (name === undefined) {
    const message = `This file is not where its kind is looked for; move it to a place such as ${expected.example}.`;
    return { problem: problem(path, 'file-place', message) };
  }
  if (!isSlug(name) || !path.endsWith('.md')) {
    const message = `The file's name becomes the address, so it must be lower-case letters a to z, digits and single hyphens, such as ${expected.example}.`;
    return { problem: problem(path, 'file-name', message) };
  }
  return { kind: expected.kind };
}

/** @param target what the link leads to */
export function linkProblem(path: string, target: string): Diagnostic {
  return problem(
    path,
    'symbolic-link',
    `This is a symbolic link (to ${target}); links are not followed. Put the file itself here.`,
  );
}

function problem(file: string, rule: string, message: string): Diagnostic {
  return { file, ...START_OF_FILE, severity: 'error', rule, message };
}
