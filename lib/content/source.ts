import { readFileSync, statSync } from 'node:fs';
import { type Finding, START_OF_FILE } from './diagnostics';
import { LineIndex } from './positions';

/** A text file of the publication, decoded and without a byte order mark. */
export interface SourceFile {
  /** Path below the content folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
}

/** Largest text file that is read, in bytes: a long book chapter is a quarter of it. */
export const LARGEST_TEXT_FILE = 1_000_000;

export type SourceResult =
  | { readonly ok: true; readonly file: SourceFile }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Makes a source file of text that is already decoded. */
export function sourceOf(path: string, text: string): SourceFile {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return { path, text: plain, lines: new LineIndex(plain) };
}

/**
 * Reads and decodes a text file. Never throws: a file that is unreadable, too large, empty, not
 * UTF-8 or holds NUL bytes gives a finding at the place of the fault.
 */
export function readSource(absolutePath: string, path: string): SourceResult {
  let bytes: Buffer;
  try {
    const facts = statSync(absolutePath);
    if (!facts.isFile()) {
      return refuse('unreadable-file', 'This is no file but a folder or a device; take it away.');
    }
    if (facts.size > LARGEST_TEXT_FILE) return refuseLarge(facts.size);
    bytes = readFileSync(absolutePath);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse('unreadable-file', `The file cannot be read (${reason}). Check its permissions.`);
  }
  return sourceFromBytes(bytes, path);
}

/** Refuses a text file for its size in bytes. */
export function refuseLarge(size: number): SourceResult & { ok: false } {
  const megabytes = (size / 1e6).toFixed(1);
  const message = `The file is ${megabytes} MB; at most ${LARGEST_TEXT_FILE / 1e6} MB is read. Split it.`;
  return refuse('file-too-large', message);
}

/** Decodes a text file that was read already; the same findings as by `readSource`. */
export function sourceFromBytes(bytes: Buffer, path: string): SourceResult {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const file = sourceOf(path, decoded.text);
  const nul = file.text.indexOf('\0');
  if (nul !== -1) {
    const place = file.lines.range(nul, nul + 1);
    return refuse(
      'nul-byte',
      'A NUL byte stands here; delete it and save the file as plain text.',
      place,
    );
  }
  if (file.text.trim() === '') return refuse('empty-file', 'The file is empty.');
  return { ok: true, file };
}

function refuse(
  rule: string,
  message: string,
  place = START_OF_FILE,
): SourceResult & { ok: false } {
  return { ok: false, findings: [{ ...place, severity: 'error', rule, message }] };
}

function decode(bytes: Buffer): { ok: true; text: string } | (SourceResult & { ok: false }) {
  try {
    return {
      ok: true,
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
    };
  } catch {
    const sound = bytes.subarray(0, firstInvalidByte(bytes));
    // In stream mode the start of the broken character is held back.
    const text = new TextDecoder('utf-8').decode(sound, { stream: true });
    return refuse(
      'invalid-utf8',
      'From here on the file is not UTF-8. Save it with the encoding UTF-8.',
      new LineIndex(text).range(text.length, text.length),
    );
  }
}

/** Offset of the first byte that breaks UTF-8, by halving: a prefix decodes up to that byte. */
function firstInvalidByte(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isValidPrefix(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function isValidPrefix(bytes: Uint8Array): boolean {
  try {
    // In stream mode a character cut off at the end is not yet an error.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
