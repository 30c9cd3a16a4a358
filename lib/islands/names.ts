/** The islands that have a file of their own, fetched after the page. */
export const ISLANDS = ['theme', 'relativeTimes', 'share', 'converter', 'fileSearch'] as const;

export type IslandName = (typeof ISLANDS)[number];

/** What a build makes of the islands. */
export interface Islands {
  /** The script in the head of every page. */
  readonly early: string;
  /** Names of the files in `/islands/`; they change with their content. */
  readonly files: Readonly<Record<IslandName, string>>;
}
