const MEGABYTE = 1024 * 1024;
/** What is kept of one body, and of all that come in at a time, in bytes. */
const KEPT = MEGABYTE;
const KEPT_OF_ALL = 16 * MEGABYTE;

/** One body as it comes in. */
export interface KeptBody {
  readonly add: (chunk: Buffer) => void;
  /** Gives the body, null where there was no room for it; to be called once. */
  readonly release: () => Buffer | null;
}

/** Room for bodies that nobody has vouched for yet, bounded however many come in at once. */
export function bodyRoom(): () => KeptBody {
  let room = KEPT_OF_ALL;
  return () => {
    let chunks: Buffer[] | null = [];
    let bytes = 0;
    const clear = (): void => {
      room += bytes;
      bytes = 0;
      chunks = null;
    };
    const add = (chunk: Buffer): void => {
      if (chunks === null) return;
      if (bytes + chunk.length > KEPT || chunk.length > room) {
        clear();
        return;
      }
      chunks.push(chunk);
      bytes += chunk.length;
      room -= chunk.length;
    };
    const release = (): Buffer | null => {
      const body = chunks && Buffer.concat(chunks);
      clear();
      return body;
    };
    return { add, release };
  };
}
