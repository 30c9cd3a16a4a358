import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, START_OF_FILE } from '@/lib/content/diagnostics';

/** Largest table that is read, in bytes: a line a day for some two hundred years. */
export const LARGEST_TABLE = 4_000_000;

export type Folder =
  | { readonly ok: true; readonly entries: ReadonlyMap<string, 'file' | 'other'> }
  | { readonly ok: false; readonly finding: Finding };

/** Lists a folder. Symbolic links are not followed: nothing outside is published through one. */
export function listFolder(path: string): Folder {
  try {
    if (!lstatSync(path).isDirectory()) return refuse('unreadable-folder', NOT_A_FOLDER);
    const entries = readdirSync(path, { withFileTypes: true }).map(
      (entry) => [entry.name, entry.isFile() ? 'file' : 'other'] as const,
    );
    return { ok: true, entries: new Map(entries) };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return refuse('missing-folder', MISSING_FOLDER);
    return refuse(
      'unreadable-folder',
      `The folder cannot be read (${code}); check its permissions.`,
    );
  }
}

const NOT_A_FOLDER = 'rates must be a folder itself, neither a file nor a link.';
const MISSING_FOLDER =
  'The folder is missing: create it, with sources.yml, or there are no exchange rates to show.';

export type TableText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly finding: Finding };

/**
 * Names what a publication's tables hold, without reading them.
 * @param parent absolute path of the folder that holds `rates/`
 */
export function tablesVersion(parent: string): string {
  const path = join(parent, 'rates');
  const folder = listFolder(path);
  if (!folder.ok) return `${path} ${folder.finding.rule}`;
  const facts = [...folder.entries.keys()].sort().map((name) => {
    const stat = lstatSync(join(path, name), { bigint: true, throwIfNoEntry: false });
    return `${name} ${stat?.size} ${stat?.mtimeNs} ${stat?.ino}`;
  });
  return [path, ...facts].join('\n');
}

/**
 * Reads a table as UTF-8 without its byte order mark. Bytes that are not UTF-8 become U+FFFD, so
 * that they are reported as the cell that they spoil and the other cells are kept.
 */
export function readTableText(folder: string, name: string): TableText {
  const path = join(folder, name);
  try {
    if (statSync(path).size > LARGEST_TABLE) {
      const most = `${LARGEST_TABLE / 1e6} MB`;
      return refuse('file-too-large', `At most ${most} are read; take the oldest lines out.`);
    }
    return { ok: true, text: new TextDecoder().decode(readFileSync(path)) };
  } catch (error) {
    const message = `The file cannot be read (${codeOf(error)}); check its permissions.`;
    return refuse('unreadable-file', message);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function refuse(rule: string, message: string): { readonly ok: false; readonly finding: Finding } {
  return { ok: false, finding: { ...START_OF_FILE, severity: 'error', rule, message } };
}
