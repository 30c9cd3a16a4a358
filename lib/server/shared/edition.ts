import { lastMoment } from '@/lib/archive/queries/schedule';
import { readSetting } from '@/lib/archive/settings';
import type { Publication } from '@/lib/publishing/publication';
import type { Rates } from '@/lib/rates/rateBook';
import { digestOf } from '@/lib/rates/store/digest';

/**
 * Tells the edition that pages are made of now: two instances of one program, whose editions have one name,
 * make the same page of an address but for words such as "5 minutes ago". Null where nothing tells.
 */
export type CurrentEdition = () => string | null;

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

  return () => {
    const { database } = publication;
    const [commit, moment] = database.snapshot(() => [
      readSetting(database, 'commit') ?? null,
      lastMoment(database, Date.now()),
    ]);
    // A plain folder has no name that another machine would know.
    return commit === null ? null : `${program}.${commit}.${moment ?? 0}.${ratesDigest()}`;
  };
}
