import type { Diagnostic } from '@/lib/content/diagnostics';
import type { ContentFile } from '@/lib/content/files';
import type { SourceResult } from '@/lib/content/source';
import type { MediaResult } from '@/lib/images/read';

/** A file of the publication in one version of it. */
export interface TreeFile extends ContentFile {
  /** Equal only where the content is: decides whether the file is read again. */
  readonly fingerprint: string;
}

/** What a version of the publication holds. */
export interface TreeListing {
  /** By path. */
  readonly files: readonly TreeFile[];
  /** Files that cannot be what their place asks for, each at its first character. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How a version differs from an earlier one. */
export interface TreeDifference extends TreeListing {
  /** Paths that hold no file of the publication any more. */
  readonly absent: readonly string[];
}

/** One version of the publication's files, wherever they are kept. */
export interface ContentTree {
  /** Names this version for good; null where it may change while it is read. */
  readonly commit: string | null;
  /** What the files were before; null where nobody remembers. */
  readonly history: ContentHistory | null;
  list(): TreeListing;
  /** Null where it cannot be said without listing everything. */
  since(commit: string): TreeDifference | null;
  /** Decoded texts, in the order asked for. */
  read(files: readonly TreeFile[]): Iterable<SourceResult>;
  readPicture(file: TreeFile): Promise<MediaResult>;
}

/** What a file held in an earlier version. */
export interface EarlierFile extends TreeFile {
  read(): SourceResult;
  readPicture(): Promise<MediaResult>;
}

/** Versions of files that are reachable from the present one. */
export interface ContentHistory {
  /** What a file held before, the newest first, without what it holds in the present version. */
  earlier(file: ContentFile): Iterable<EarlierFile>;
  /**
   * Whether a file was ever there.
   * @param pattern path below the publication; `*` stands for any characters but a slash
   */
  everHeld(pattern: string): boolean;
  /** Whether the present version came of another one by adding commits alone. */
  continues(commit: string): boolean;
}

/** Fingerprint of a file that could not be read: no file has it, so it is tried again. */
export const UNREAD = 'unread';
