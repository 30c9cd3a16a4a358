import { join } from 'node:path';
import { log } from '@/lib/log/log';
import { Publication, sharePublication } from '@/lib/publishing/publication';
import type { Instant } from '@/lib/site/dates';
import type { Environment } from '@/lib/site/environment';
import { listFiles } from '../../http/listFiles';
import { ownFiles } from '../folder';
import { type MadeFile, Manifest } from '../manifest/manifest';
import type { Target } from '../plan/plan';
import { FileWriter, type Writing } from './fileWriter';
import { makeData } from './makeData';
import { makeOwn } from './makeOwn';
import { makePage } from './makePage';
import { makePicture } from './makePicture';
import { openPages } from './openPages';

export interface MakerSetup {
  /** Folder of the built site. */
  readonly root: string;
  readonly environment: Environment;
  /** Absolute path of the export. */
  readonly folder: string;
  /** Absolute path of a folder for files that are not finished. */
  readonly unfinished: string;
  /** When the site is as the export has it, and its rates. */
  readonly moment: Instant;
  readonly ratesMoment: Instant;
}

/** Something to make, and the hash of what the export has of it; null where it has nothing. */
export interface MakeOrder {
  readonly target: Target;
  readonly hash: string | null;
}

export type Made =
  | { readonly kind: 'made'; readonly file: MadeFile; readonly isWritten: boolean }
  /** There is nothing at the address. */
  | { readonly kind: 'absent'; readonly target: Target }
  /** Why has been logged. */
  | { readonly kind: 'failed'; readonly target: Target };

/** What each way of making is given. */
export interface MakerTools {
  readonly publication: Publication;
  readonly writer: FileWriter;
  readonly siteUrl: string;
}

/** Makes one file of the export and writes it, where it is not what the export has already. Never rejects. */
export type Make = (order: MakeOrder) => Promise<Made>;

/** What files are made of, and what is known of those that there are. */
export interface Opened {
  readonly publication: Publication;
  readonly manifest: Manifest;
}

/** Opens these for a process that does nothing but make files. */
export function openForMaking({ environment, folder }: MakerSetup): Opened {
  return {
    publication: Publication.open(environment),
    manifest: Manifest.open(ownFiles(folder).manifest),
  };
}

/** Prepares the making of an export's files in this process. */
export function openMaker(setup: MakerSetup, opened: Opened, writing: Writing): Make {
  const { root, environment, folder, unfinished, moment, ratesMoment } = setup;
  const { publication } = opened;
  publication.standAt(moment, ratesMoment);
  sharePublication(publication);
  const writer = new FileWriter(folder, unfinished, writing);
  const tools: MakerTools = { publication, writer, siteUrl: environment.siteUrl };
  const own = listFiles(join(root, 'public'));
  const answer = openPages(opened, setup);
  const make: Make = (order) => {
    switch (order.target.making) {
      case 'page':
      case 'document':
        return makePage(tools, answer, order);
      case 'data':
        return makeData(tools, order);
      case 'picture':
        return makePicture(tools, order);
      case 'own':
        return makeOwn(tools, own, order);
      default:
        throw new Error(`Nobody orders what is made as "${order.target.making}"`);
    }
  };
  return async (order) => {
    try {
      return await make(order);
    } catch (error) {
      log.error(order.target.address, { error });
      return { kind: 'failed', target: order.target };
    }
  };
}
