import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { log } from '@/lib/log/log';
import { makeVariant } from './make';
import { sizeText, type Variant } from './variants';

/** What a variant is made of. */
export interface VariantOrder extends Pick<Variant, 'width' | 'crop' | 'format'> {
  /** Absolute path of the picture. */
  readonly source: string;
  /** SHA-256 that its content is known to have, in hexadecimal. */
  readonly hash: string;
}

/** A finished variant: a file that never changes, or its content where no file can be written. */
export type StoredVariant = { readonly file: string } | { readonly bytes: Uint8Array };

/** Thrown where a picture is no longer what the archive knows. */
export class SourceChangedError extends Error {
  override readonly name = 'SourceChangedError';
}

/** More would only slow one another down, and the pages with them. */
const AT_ONCE = 2;

/** Bytes kept while the disk refuses them, and how long until it is tried again. */
const UNWRITTEN_BYTES = 16_000_000;
const RETRY_MILLISECONDS = 60_000;

/** The variants in one folder: each is made on first demand, written once, and then only read. */
export class VariantStore {
  readonly #folder: string;
  readonly #limit = pLimit(AT_ONCE);
  readonly #running = new Map<string, Promise<StoredVariant>>();
  readonly #unwritten = new LRUCache<string, Uint8Array>({
    maxSize: UNWRITTEN_BYTES,
    sizeCalculation: ({ byteLength }) => byteLength,
    ttl: RETRY_MILLISECONDS,
  });

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Calls for one variant that overlap share one making.
   * @throws SourceChangedError where the picture changed since it was last read
   * @throws Error where it cannot be read or decoded
   */
  get(order: VariantOrder): Promise<StoredVariant> {
    const name = `${order.hash}-${sizeText(order)}.${order.format}`;
    const file = join(this.#folder, name);
    if (existsSync(file)) return Promise.resolve({ file });
    const kept = this.#unwritten.get(name);
    if (kept) return Promise.resolve({ bytes: kept });
    const running = this.#running.get(name);
    if (running) return running;
    const making = this.#limit(() => this.#make(order, name)).finally(() => {
      this.#running.delete(name);
    });
    this.#running.set(name, making);
    return making;
  }

  async #make(order: VariantOrder, name: string): Promise<StoredVariant> {
    const { source, hash, format } = order;
    const original = await readFile(source);
    if (createHash('sha256').update(original).digest('hex') !== hash) {
      throw new SourceChangedError(`${source} has changed since the archive read it`);
    }
    const bytes = await makeVariant(original, order, format);
    try {
      return { file: await this.#write(name, bytes) };
    } catch (error) {
      // A reader need not wait for an operator to make room on the disk.
      log.error(`The folder ${this.#folder} takes no pictures`, { error });
      this.#unwritten.set(name, bytes);
      return { bytes };
    }
  }

  /** Under another name first: a process that ends half-way leaves no half picture behind. */
  async #write(name: string, bytes: Uint8Array): Promise<string> {
    const file = join(this.#folder, name);
    const unfinished = join(this.#folder, `${randomUUID()}.part`);
    await mkdir(this.#folder, { recursive: true });
    try {
      await writeFile(unfinished, bytes, { flush: true });
      await rename(unfinished, file);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    return file;
  }
}
