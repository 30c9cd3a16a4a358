import { createHash } from 'node:crypto';
import { isPreview, type SitePath } from '@/lib/site/routes';
import type { Answer, KeptAnswer, MakeAnswer } from '../pages/answer';
import type { CurrentEdition, Edition } from './edition';
import { pack, unpack } from './packed';
import type { SharedStore } from './store';

/** Bytes; what is larger is made by each instance. */
const LARGEST = 256 * 1024;
/** Pages on their way to the server; while it takes no more, pages are not shared. */
const MOST_UNDER_WAY = 32;
/** Milliseconds for a page to arrive at the server; nobody waits for it. */
const PATIENCE = 1_000;
/** Milliseconds by which the clocks of two machines may differ. */
const SKEW = 2_000;

interface SharedPagesOptions {
  readonly store: Pick<SharedStore, 'ask' | 'key'>;
  readonly edition: CurrentEdition;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * A second level behind each instance's own pages. A page is found there only under the name of the very
 * edition that this instance would make it of, so that it can be shown in the place of its own.
 */
export class SharedPages {
  readonly #store: SharedPagesOptions['store'];
  readonly #edition: CurrentEdition;
  readonly #now: () => number;
  #underWay = 0;
  #hits = 0;
  #misses = 0;

  constructor({ store, edition, now = Date.now }: SharedPagesOptions) {
    this.#store = store;
    this.#edition = edition;
    this.#now = now;
  }

  /** Pages that came from the others, and those that had to be made here. */
  get counts(): { readonly hits: number; readonly misses: number } {
    return { hits: this.#hits, misses: this.#misses };
  }

  /** Looks for a page with the others before it is made, and shares what was made. */
  before(make: MakeAnswer): MakeAnswer {
    return async (path, wanted) => {
      const edition = isShared(path) ? this.#edition() : null;
      if (edition === null) return make(path, wanted);
      const found = await this.#find(this.#key(edition, path));
      // Something may have been published while the others were asked.
      if (found !== null && this.#edition()?.name === edition.name) {
        wanted.isBegun = true;
        this.#hits += 1;
        return found;
      }
      this.#misses += 1;
      return this.#make(path, () => make(path, wanted));
    };
  }

  async #make(path: SitePath, make: () => Promise<Answer>): Promise<Answer> {
    const edition = this.#edition();
    const madeAt = this.#now();
    const answer = await make();
    if (edition === null || !mayBeShared(answer)) return answer;
    // One that was made across the moment of a publish belongs to neither edition for certain.
    const isOfOne = this.#edition()?.name === edition.name && answer.madeOf === edition.commit;
    if (isOfOne) this.#put(this.#key(edition, path), answer, madeAt);
    return answer;
  }

  async #find(key: string): Promise<KeptAnswer | null> {
    const reply = await this.#store.ask((client) => client.get(key));
    if (!reply.ok || !Buffer.isBuffer(reply.value)) return null;
    const unpacked = unpack(reply.value);
    if (unpacked === null) return null;
    const age = this.#now() - unpacked.madeAt;
    if (age < -SKEW) return null;
    return aged(unpacked.answer, Math.max(0, age));
  }

  async #put(key: string, answer: KeptAnswer, madeAt: number): Promise<void> {
    const { steadyFor } = answer.kind === 'page' ? answer.page : answer.document;
    const left = Math.floor(madeAt + steadyFor - this.#now());
    if (left <= 0 || this.#underWay >= MOST_UNDER_WAY) return;
    const packed = pack(answer, madeAt);
    if (packed.length > LARGEST) return;
    this.#underWay += 1;
    const expiration = { type: 'PX', value: left } as const;
    await this.#store.ask((client) => client.set(key, packed, { expiration }), PATIENCE);
    this.#underWay -= 1;
  }

  #key(edition: Edition, path: SitePath): string {
    const name = createHash('sha256').update(`${edition.name} ${path}`).digest('base64url');
    return this.#store.key('page', name);
  }
}

/** Queries would fill the server with what nobody asks for again; previews are nobody else's. */
function isShared(path: SitePath): boolean {
  return !path.includes('?') && !isPreview(path);
}

/** Pages, and documents that are texts: pictures are kept as files. */
function mayBeShared(answer: Answer): answer is KeptAnswer {
  if (answer.kind === 'page') return true;
  return (
    answer.kind === 'document' &&
    answer.document.status === 200 &&
    answer.document.bodies.br !== undefined
  );
}

/** A page that is true for as much less as it is old; null where it is true no more. */
function aged(answer: KeptAnswer, age: number): KeptAnswer | null {
  if (answer.kind === 'page') {
    const { page } = answer;
    const steadyFor = page.steadyFor - age;
    return steadyFor > 0 ? { kind: 'page', page: { ...page, steadyFor } } : null;
  }
  const { document } = answer;
  const steadyFor = document.steadyFor - age;
  return steadyFor > 0 ? { kind: 'document', document: { ...document, steadyFor } } : null;
}
