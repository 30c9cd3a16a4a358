import { documentAt } from '@/lib/discovery/documents';
import { ICONS } from '@/lib/discovery/icons/iconAt';
import { CURRENCY_CODES } from '@/lib/site/currencyCodes';
import { routes, type SitePath } from '@/lib/site/routes';
import { articleAddresses } from './articleAddresses';
import { fileOf, STAND_IN_FILES } from './fileOf';
import { correctionPages, feeds, listPages } from './listAddresses';
import type { PlanSources } from './sources';

/**
 * Who makes what is at an address: the page maker, the rates, the store of pictures, the program that brings the file; and
 * what no process but the first makes: a page that leads on, and the index of searches.
 */
export type Making = 'page' | 'document' | 'data' | 'picture' | 'own' | 'leading' | 'search';

/** Something that an export has, and where. */
export interface Target {
  readonly address: SitePath;
  /** Relative to the export. */
  readonly file: string;
  readonly making: Making;
}

/** Thrown where two addresses would be one file; the message says which. */
export class SameFileError extends Error {
  override readonly name = 'SameFileError';
}

/**
 * Everything that the site has at an address of its own, but for what only pages name: pictures in their sizes, pictures
 * to share, and the parts of the sitemap.
 * @throws SameFileError where a page has the name of another file
 */
export function planOf(sources: PlanSources): Target[] {
  const { indexNowKey, own } = sources;
  const targets = [
    ...pageAddresses(sources).map((address) => targetAt(address)),
    { address: routes.notFound(), file: STAND_IN_FILES.missing, making: 'page' } as const,
    { address: routes.gone(), file: STAND_IN_FILES.gone, making: 'page' } as const,
    ...documentAddresses(sources).map((address) => targetAt(address)),
    ...(indexNowKey === null ? [] : [targetAt(routes.indexNowKey(indexNowKey))]),
    ...dataAddresses().map((address) => targetAt(address, 'data')),
    ...[...own, routes.speculationRules()].map((address) => targetAt(address, 'own')),
  ];
  refuseSameFiles(targets);
  return targets;
}

/** What an address is, by its form alone. */
export function targetAt(address: SitePath, making = makingAt(address)): Target {
  return { address, file: fileOf(address, making === 'page'), making };
}

const MEDIA = routes.media('');

function makingAt(address: SitePath): Making {
  if (address.startsWith(MEDIA)) return 'picture';
  return documentAt(address) === null ? 'page' : 'document';
}

function pageAddresses(sources: PlanSources): SitePath[] {
  return [
    routes.front(),
    routes.people(),
    routes.archive(),
    routes.rates(),
    ...CURRENCY_CODES.map(routes.rate),
    routes.search(),
    ...sources.pages.map(routes.page),
    ...correctionPages(sources),
    ...listPages(sources),
    ...articleAddresses(sources),
  ];
}

function documentAddresses({ lists }: PlanSources): SitePath[] {
  return [
    ...feeds(lists),
    routes.sitemap(),
    routes.newsSitemap(),
    routes.robots(),
    routes.openSearch(),
    routes.manifest(),
    routes.favicon(),
    routes.touchIcon(),
    ...Object.keys(ICONS).map(routes.madeIcon),
  ];
}

function dataAddresses(): SitePath[] {
  return [
    routes.ratesApi(),
    ...CURRENCY_CODES.flatMap((code) => [
      routes.rateFile(code, 'csv'),
      routes.rateFile(code, 'json'),
    ]),
  ];
}

function refuseSameFiles(targets: readonly Target[]): void {
  const files = new Map<string, SitePath>();
  for (const { address, file } of targets) {
    const other = files.get(file);
    if (other !== undefined && other !== address) {
      throw new SameFileError(
        `${address} and ${other} would both be the file ${file}. Give the page another name.`,
      );
    }
    files.set(file, address);
  }
}
