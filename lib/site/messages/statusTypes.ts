/** What the site says of itself, to those who watch it. */
export interface StatusMessages {
  readonly title: string;
  readonly description: string;
  /** In one sentence, what the page comes to. */
  readonly summary: {
    readonly well: string;
    readonly problems: string;
    readonly unreachable: string;
    readonly oldRates: string;
  };
  readonly content: {
    readonly heading: string;
    readonly commit: string;
    /** In place of a commit. */
    readonly folder: string;
    readonly next: string;
    readonly nothingNext: string;
  };
  readonly publish: {
    readonly heading: string;
    readonly live: string;
    readonly took: string;
    readonly milliseconds: (count: number) => string;
    readonly changed: string;
    readonly articles: (added: number, changed: number, removed: number, refused: number) => string;
    readonly files: (count: number) => string;
    readonly pages: (count: number) => string;
    readonly none: string;
    readonly working: string;
  };
  readonly problems: {
    readonly heading: string;
    readonly none: string;
    readonly count: (errors: number, warnings: number) => string;
    readonly more: (count: number) => string;
  };
  readonly rates: {
    readonly heading: string;
    /** Names the table. */
    readonly caption: string;
    readonly currency: string;
    readonly date: string;
    readonly source: string;
    readonly state: string;
    readonly states: Readonly<Record<'fresh' | 'stale' | 'expired' | 'fixed' | 'missing', string>>;
    readonly providers: string;
    readonly provider: string;
    readonly answered: string;
    readonly never: string;
    readonly providerStates: Readonly<Record<'untried' | 'well' | 'failing' | 'closed', string>>;
    readonly off: string;
  };
  readonly program: {
    readonly heading: string;
    readonly version: string;
    readonly started: string;
    readonly data: string;
  };
}
