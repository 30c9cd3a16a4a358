import { log } from '@/lib/log/log';
import { lastPossibleDay } from '@/lib/rates/dates';
import { type ContentRates, readRates } from '@/lib/rates/files';
import { tablesVersion } from '@/lib/rates/folder';
import { RateBook } from '@/lib/rates/rateBook';
import { RateStore } from '@/lib/rates/store/rateStore';
import type { Environment } from '@/lib/site/environment';
import { openRates } from './openRates';

/** The rates that pages show: those that are stored, and the tables that the publication brings. */
export class PublishedRates {
  readonly book: RateBook;
  readonly #folder: () => string;
  #version: string;

  /** @param folder gives the folder whose tables are published now */
  constructor(environment: Environment, folder: () => string) {
    this.#folder = folder;
    this.#version = tablesVersion(folder());
    const store = openRates(environment);
    this.book = new RateBook(store ?? RateStore.inMemory(), tablesIn(folder(), this.#version));
    // A store of this thread alone holds nothing that another thread has put in.
    if (store === null) this.update();
  }

  /** Puts what the tables say into the store. */
  update(): void {
    try {
      const folder = this.#folder();
      this.#version = tablesVersion(folder);
      this.book.update(tablesIn(folder, this.#version), Date.now());
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.error(`The tables in rates/ could not be taken over (${reason}); what was known stays.`);
    }
  }

  /** Reads tables that are others by now, whose figures somebody else has put into the store. */
  takeOver(): void {
    const folder = this.#folder();
    const version = tablesVersion(folder);
    if (version === this.#version) return;
    this.book.takeOver(tablesIn(folder, version));
    this.#version = version;
  }
}

let last: { readonly key: string; readonly tables: ContentRates } | undefined;

/** What the tables say, read once for as long as they are as they were and no other day has come. */
function tablesIn(folder: string, version: string): ContentRates {
  const key = `${lastPossibleDay(new Date())}\n${version}`;
  if (last?.key !== key) last = { key, tables: readRates(folder) };
  return last.tables;
}
