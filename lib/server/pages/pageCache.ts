import { LRUCache } from 'lru-cache';
import type { Shown } from '@/lib/publishing/shown';
import { isPreview, type SitePath } from '@/lib/site/routes';
import type { Answer, KeptAnswer, MakeAnswer, Wanted } from './answer';
import type { FinishedDocument } from './document';
import type { Kept, Page } from './page';
import { redated } from './redated';

/** Milliseconds after it was due for which a page is still shown, while it is made anew. */
export const STALE = 600_000;
/** Milliseconds until a renewal that failed is tried again. */
const RETRY = 5_000;

interface Entry {
  readonly page: Page | FinishedDocument;
  /** Milliseconds since 1970. */
  freshUntil: number;
  /** By the clock of that time. */
  readonly madeAt: number;
  /** Shown in the place of a fault only: something in it is not as it was. */
  isOutdated: boolean;
  /** How often it was asked for. */
  reads: number;
}

/** A page that is being made, for all who wait for it. */
interface Flight {
  readonly answer: Promise<Answer>;
  readonly wanted: Wanted;
  readonly since: ChangesSince;
}

/** What changed since a page was begun. */
interface ChangesSince {
  /** A page that shows some of it is not kept. */
  readonly dropped: Set<Shown>;
  /** A page that shows some of it is due at once. */
  readonly expired: Set<Shown>;
}

/** Plain numbers, since counting must cost nothing beside an answer from memory. */
interface CacheCounts {
  /** Shown at once, be it as it was. */
  hit: number;
  miss: number;
  /** What is never kept. */
  pass: number;
  /** Made anew in the background. */
  renewal: number;
  eviction: number;
}

interface PageCacheOptions {
  readonly make: MakeAnswer;
  /** Memory for pages, in bytes; the least recently used give way. */
  readonly maxBytes: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * The finished pages and documents, and the only cache of them. One that is no longer fresh is still shown for a
 * while, and made anew once for all who ask; where that fails, the old one stays.
 */
export class PageCache {
  readonly #make: MakeAnswer;
  readonly #now: () => number;
  readonly #entries: LRUCache<SitePath, Entry>;
  readonly #flights = new Map<SitePath, Flight>();
  readonly #counts: CacheCounts = { hit: 0, miss: 0, pass: 0, renewal: 0, eviction: 0 };

  constructor({ make, maxBytes, now = Date.now }: PageCacheOptions) {
    this.#make = make;
    this.#now = now;
    this.#entries = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ page }) => page.size,
      dispose: (_entry, _path, reason) => {
        if (reason === 'evict') this.#counts.eviction += 1;
      },
    });
  }

  /** A page that can be shown at once; where it is due, its renewal is begun. */
  peek(path: SitePath): Page | FinishedDocument | undefined {
    const entry = this.#entries.get(path);
    if (entry === undefined || entry.isOutdated) return undefined;
    entry.reads += 1;
    const now = this.#now();
    const age = now - entry.freshUntil;
    if (age > STALE) return undefined;
    this.#counts.hit += 1;
    // A clock that was set back would leave it fresh for as long as it was wrong.
    if (age >= 0 || now < entry.madeAt) this.#renew(path, false);
    return entry.page;
  }

  /** What there is at an address; a page that several ask for at once is made once. */
  async get(path: SitePath): Promise<Answer> {
    const page = this.peek(path);
    if (page !== undefined) return keptAnswer(page);
    this.#counts[isKept(path) ? 'miss' : 'pass'] += 1;
    const answer = await this.#renew(path, true);
    const old = answer.kind === 'fault' ? this.#entries.peek(path) : undefined;
    return old ? keptAnswer(old.page) : answer;
  }

  /** Makes a page that is not there before a reader asks, when no reader waits for another. */
  async prepare(path: SitePath): Promise<void> {
    const entry = this.#entries.peek(path);
    if (entry === undefined || entry.isOutdated) await this.#renew(path, false);
  }

  /**
   * Shows the pages that show any of these things no more, and no others; only where one cannot be
   * made anew, the old one still stands in.
   * @returns their addresses, the most read first
   */
  drop(things: Iterable<Shown>): SitePath[] {
    const showing = this.#showing(things, 'dropped').filter(([, entry]) => !entry.isOutdated);
    for (const [, entry] of showing) entry.isOutdated = true;
    return showing.sort(([, a], [, b]) => b.reads - a.reads).map(([path]) => path);
  }

  /** Forgets pages that must not be shown again, whatever happens. */
  forget(paths: Iterable<SitePath>): void {
    for (const path of paths) this.#entries.delete(path);
  }

  /**
   * Has the pages that show any of these things made anew when they are next asked for; until
   * then, and meanwhile, they are shown as they are.
   * @returns their addresses, the most recently read first
   */
  expire(things: Iterable<Shown>): SitePath[] {
    const showing = this.#showing(things, 'expired');
    for (const [, entry] of showing) entry.freshUntil = Math.min(entry.freshUntil, this.#now());
    return showing.map(([path]) => path);
  }

  /** Makes pages anew at once, whether or not they are kept already or are under way. */
  renew(paths: Iterable<SitePath>): void {
    for (const path of paths) {
      const underWay = this.#flights.get(path);
      // It shows what has changed since as it was.
      if (underWay?.wanted.isBegun) underWay.answer.then(() => this.#renew(path, false));
      else this.#renew(path, false);
    }
  }

  /** What became of those who asked, and of the pages, since the start. */
  get counts(): Readonly<CacheCounts> {
    return this.#counts;
  }

  /** Number of pages, and the bytes that they take. */
  get extent(): { readonly pages: number; readonly bytes: number } {
    return { pages: this.#entries.size, bytes: this.#entries.calculatedSize };
  }

  #showing(things: Iterable<Shown>, fate: keyof ChangesSince): [SitePath, Entry][] {
    const changed = new Set(things);
    for (const { since, wanted } of this.#flights.values()) {
      if (!wanted.isBegun) continue;
      for (const thing of changed) since[fate].add(thing);
    }
    return [...this.#entries.entries()].filter(([, { page }]) => shows(page, changed));
  }

  #renew(path: SitePath, isAwaited: boolean): Promise<Answer> {
    const underWay = this.#flights.get(path);
    // What was begun before something changed is for those alone who asked before.
    if (underWay && underWay.since.dropped.size === 0) {
      underWay.wanted.isAwaited ||= isAwaited;
      return underWay.answer;
    }
    if (!isAwaited) this.#counts.renewal += 1;
    const wanted: Wanted = { isAwaited, isBegun: false };
    const since: ChangesSince = { dropped: new Set(), expired: new Set() };
    const answer = this.#make(path, wanted).then((answered) => {
      const made = redated(answered, this.#entries.peek(path)?.page, this.#now());
      if (this.#flights.get(path)?.since === since) {
        this.#flights.delete(path);
        this.#keep(path, made, since);
      }
      return made;
    });
    this.#flights.set(path, { answer, wanted, since });
    return answer;
  }

  #keep(path: SitePath, made: Answer, { dropped, expired }: ChangesSince): void {
    if (!isKept(path)) return;
    const page = keptPart(made);
    if (page !== null && !shows(page, dropped)) {
      const madeAt = this.#now();
      const freshUntil = madeAt + (shows(page, expired) ? 0 : page.steadyFor);
      const reads = this.#entries.peek(path)?.reads ?? 0;
      this.#entries.set(path, { page, freshUntil, madeAt, isOutdated: false, reads });
    } else if (made.kind === 'fault') {
      const old = this.#entries.peek(path);
      if (old) old.freshUntil = this.#now() + RETRY;
    } else this.#entries.delete(path);
  }
}

/**
 * Whether what is at an address may be kept: anybody can think of as many queries as would push all
 * other pages out; and what is not published is nobody's to keep.
 */
function isKept(path: SitePath): boolean {
  return !path.includes('?') && !isPreview(path);
}

function keptAnswer(kept: Page | FinishedDocument): KeptAnswer {
  return 'bodies' in kept ? { kind: 'document', document: kept } : { kind: 'page', page: kept };
}

function keptPart(answer: Answer): Page | FinishedDocument | null {
  if (answer.kind === 'page') return answer.page;
  return answer.kind === 'document' ? answer.document : null;
}

function shows({ shown }: Kept, things: ReadonlySet<Shown>): boolean {
  for (const thing of things) if (shown.has(thing)) return true;
  return false;
}
