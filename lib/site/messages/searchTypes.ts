/** What the site says around searches. `text` is what the reader searched for. */
export interface SearchMessages {
  readonly title: string;
  readonly resultsFor: (text: string) => string;
  readonly description: string;
  /** Name the search of the header, and that of the page that searches. */
  readonly box: string;
  readonly form: string;
  /** Names the field. */
  readonly field: string;
  readonly submit: string;
  readonly filters: {
    readonly heading: string;
    readonly section: string;
    readonly country: string;
    readonly author: string;
    readonly from: string;
    readonly to: string;
    /** The choice that filters nothing, of each filter. */
    readonly all: {
      readonly section: string;
      readonly country: string;
      readonly author: string;
      readonly year: string;
    };
    /** A filter that is set, of years. */
    readonly since: (year: number) => string;
    readonly until: (year: number) => string;
    readonly set: string;
    /** Said of filters that name nothing there is; `names` are those of the fields. */
    readonly leftOut: (names: readonly string[]) => string;
    /** Follows the name of a filter, for those who hear the link that takes it away. */
    readonly takeAway: string;
  };
  /** `isMore`: there are more than `total`. */
  readonly found: (total: number, isMore: boolean) => string;
  /** Said in place of a number of articles where only names were found. */
  readonly namesAlone: string;
  readonly names: string;
  readonly kinds: Readonly<Record<'person' | 'topic' | 'section' | 'country' | 'page', string>>;
  /** Said where what was searched for was taken for something else, which follows as a link. */
  readonly instead: { readonly nothingFor: (text: string) => string; readonly showing: string };
  /** Said where no article has all of the words. */
  readonly partial: string;
  readonly pages: { readonly label: string; readonly previous: string; readonly next: string };
  /** How to search, in sentences. */
  readonly help: {
    readonly heading: string;
    readonly phrase: string;
    readonly exclusion: string;
    readonly spelling: string;
    /** Stands before links to the archive and so on. */
    readonly browse: string;
  };
  readonly nothing: {
    readonly heading: string;
    readonly spelling: string;
    readonly fewer: string;
    readonly withoutFilters: string;
  };
  /** Said where the site is files, which only the browser can search. */
  readonly inFiles: {
    readonly needsScripts: string;
    readonly searching: string;
    /** The index could not be fetched. */
    readonly failed: string;
    /** Leads to further results. */
    readonly more: string;
    /** `#` stands for a number: of one article, of others, and where there are more. */
    readonly found: readonly [one: string, other: string];
  };
  /** How a browser names and describes this way of searching. */
  readonly openSearch: (site: string) => string;
}
