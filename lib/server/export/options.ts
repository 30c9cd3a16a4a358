import type { Environment } from '@/lib/site/environment';
import type { HostName } from './hosts/hosts';
import type { Wanted } from './prepareRun';

export interface ExportOptions extends Wanted {
  /** Absolute path of the folder for the export. */
  readonly out: string;
  readonly environment: Environment;
  /** Folder of the built site. */
  readonly root: string;
  /** Bundled program that runs `work` when it is started in a workshop. */
  readonly program: string;
  /** Processes at most that make files; one for each core where it is null. */
  readonly processes: number | null;
  readonly hosts: ReadonlySet<HostName>;
  /** Whether the links of files are followed that are as they were. */
  readonly checksAll: boolean;
  /** Told what is being done, and how far it is. */
  readonly onProgress: (work: string, done: number, total: number) => void;
}
