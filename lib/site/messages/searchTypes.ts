/** The words of searches. */
export interface SearchMessages {
  readonly heading: string;
  /** Names the field. */
  readonly label: string;
  readonly submit: string;
  readonly resultsFor: (text: string) => string;
  /** `isMore`: there are more than that. */
  readonly count: (total: number, isMore: boolean) => string;
  readonly invitation: string;
  readonly help: string;
  readonly nothing: (text: string) => string;
  readonly advice: string;
  /** Said where what was looked for was spelt otherwise. */
  readonly instead: (asked: string, shown: string) => string;
  /** Heading over people, lists and pages that were found by their names. */
  readonly names: string;
  readonly kinds: Readonly<Record<'person' | 'section' | 'country' | 'topic' | 'page', string>>;
  readonly filters: string;
  readonly section: string;
  readonly country: string;
  readonly author: string;
  readonly from: string;
  readonly to: string;
  readonly any: string;
}
