import { join } from 'node:path';
import {
  compareDiagnostics,
  type Diagnostic,
  type Finding,
  hasErrors,
  type Position,
  START_OF_FILE,
} from '@/lib/content/diagnostics';
import { inFile } from '@/lib/content/parsed';
import { readSource } from '@/lib/content/source';
import { lastPossibleDay } from './dates';
import { listFolder, readTableText } from './folder';
import type { Observation } from './observations';
import { parseObservations } from './observationsFile';
import type { Source } from './sources';
import { type ListedSource, type ParsedSources, parseSources } from './sourcesFile';

const FOLDER = 'rates';
const SOURCES = 'sources.yml';
const LIST = `${FOLDER}/${SOURCES}`;

/** What the publication's own files say of exchange rates. */
export interface ContentRates {
  readonly observations: readonly Observation[];
  /** Ids of the sources whose tables have no problem. */
  readonly sound: ReadonlySet<string>;
  /** In order of preference. */
  readonly sources: readonly Source[];
  /** Sorted by file and place. */
  readonly findings: readonly Diagnostic[];
}

/**
 * Reads the folder rates/ of a content folder: sources.yml, and ID.csv for each source that is
 * not a peg. Never throws for what is in it: whatever is broken or missing is a finding, at the
 * place where it is to be mended, and the rest counts.
 * @param now decides which dates have not come yet
 */
export function readRates(contentDir: string, now: Date = new Date()): ContentRates {
  const path = join(contentDir, FOLDER);
  const folder = listFolder(path);
  if (!folder.ok) {
    return {
      observations: [],
      sound: new Set(),
      sources: [],
      findings: inFile(FOLDER, [folder.finding]),
    };
  }
  const list = readSources(path, folder.entries);
  const lastDay = lastPossibleDay(now);
  const tables = list.value.map((listed) => readTable(path, folder.entries, listed, lastDay));
  const findings = [
    ...inFile(LIST, list.findings),
    ...strayTables(folder.entries, list),
    ...tables.flatMap((table) => table.findings),
  ];
  return {
    observations: tables.flatMap((table) => table.observations),
    sound: new Set(
      list.value.flatMap(({ source }, index) =>
        tables[index]?.findings.length === 0 ? [source.id] : [],
      ),
    ),
    sources: list.value.map(({ source }) => source),
    findings: findings.sort(compareDiagnostics),
  };
}

type Entries = ReadonlyMap<string, 'file' | 'other'>;

interface Table {
  readonly observations: readonly Observation[];
  readonly findings: readonly Diagnostic[];
}

function readSources(path: string, entries: Entries): ParsedSources {
  if (entries.get(SOURCES) !== 'file') {
    const message = 'The list of sources is missing: create rates/sources.yml as a plain file.';
    return { value: [], findings: [problem('missing-file', message)] };
  }
  const file = readSource(join(path, SOURCES), LIST);
  return file.ok ? parseSources(file.file) : { value: [], findings: file.findings };
}

function readTable(
  path: string,
  entries: Entries,
  { source, place }: ListedSource,
  lastDay: number,
): Table {
  if (source.kind === 'peg') return { observations: [], findings: [] };
  const name = `${source.id}.csv`;
  if (entries.get(name) !== 'file') {
    const message = `The figures of this source are missing: add ${FOLDER}/${name} as a plain file, or take the source out.`;
    return { observations: [], findings: inFile(LIST, [problem('missing-file', message, place)]) };
  }
  const read = readTableText(path, name);
  const file = `${FOLDER}/${name}`;
  if (!read.ok) return { observations: [], findings: inFile(file, [read.finding]) };
  const { value, findings } = parseObservations(read.text, source.id, lastDay);
  return { observations: value, findings: inFile(file, findings) };
}

/** Tables of no source. With errors in the list itself, nobody can say which those are. */
function strayTables(entries: Entries, list: ParsedSources): Diagnostic[] {
  if (hasErrors(list.findings)) return [];
  const expected = new Set(
    list.value.flatMap(({ source }) => (source.kind === 'peg' ? [] : [`${source.id}.csv`])),
  );
  return [...entries.keys()]
    .filter((name) => name.endsWith('.csv') && !expected.has(name))
    .flatMap((name) => {
      const message = `No source with figures is listed as "${name.slice(0, -4)}": list it in ${LIST}, or delete this file.`;
      return inFile(`${FOLDER}/${name}`, [problem('unknown-source', message)]);
    });
}

function problem(rule: string, message: string, place: Position = START_OF_FILE): Finding {
  return { ...place, severity: 'error', rule, message };
}
