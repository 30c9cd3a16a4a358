import { lastMoment } from '@/lib/archive/queries/schedule';
import { readSetting } from '@/lib/archive/settings';
import type { Publication } from '@/lib/publishing/publication';
import type { Rates } from '@/lib/rates/rateBook';
import { digestOf } from '@/lib/rates/store/digest';
import { isDamage } from '@/lib/sqlite/connection';

/**
 * What pages are made of: two instances of one program, whose editions have one name, make the same page of an
 * address but for words such as "5 minutes ago".
 */
export interface Edition {
  readonly name: string;
  readonly commit: string;
}

/** Tells the edition that pages are made of now; null where nothing tells. */
export type CurrentEdition = () => Edition | null;

/**
 * Names the edition by its commit, the last moment at which something appeared by its date, and the
 * figures of exchange rates. It is read from the archive itself, which another process writes.
 * @param program names the program and those of its settings that pages show
 */
export function editionOf(publication: Publication, program: string): CurrentEdition {
  let known: { readonly rates: Rates; readonly digest: string } | null = null;

  function ratesDigest(): string {
    const { rates, rateBook } = publication;
    if (known?.rates !== rates) known = { rates, digest: digestOf(rateBook.store) };
    return known.digest;
  }

  function current(): Edition | null {
    const { database } = publication;
    const [commit, moment] = database.snapshot(() => [
      readSetting(database, 'commit') ?? null,
      lastMoment(database, Date.now()),
    ]);
    // A plain folder has no name that another machine would know.
    if (commit === null) return null;
    return { name: `${program}.${commit}.${moment ?? 0}.${ratesDigest()}`, commit };
  }

  return () => {
    try {
      return current();
    } catch (error) {
      // Whoever makes the page finds the damage too, and has it mended.
      if (isDamage(error)) return null;
      throw error;
    }
  };
}
