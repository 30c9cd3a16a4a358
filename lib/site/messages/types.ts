import type { ArticlePart } from '../articleParts';
import type { Country } from '../countries';
import type { Genre } from '../genres';
import type { Policy } from '../identity';
import type { RatesMessages } from './ratesTypes';
import type { SearchMessages } from './searchTypes';
import type { StatusMessages } from './statusTypes';

/** Every word that the site itself says, in one language. Articles are not part of it. */
export interface Messages {
  readonly skipToContent: string;
  readonly navigation: {
    readonly main: string;
    readonly breadcrumb: string;
    readonly footer: string;
  };
  readonly sections: string;
  readonly genres: Readonly<Record<Genre, string>>;
  readonly countries: Readonly<Record<Country, string>>;
  readonly people: string;
  readonly peopleIntroduction: string;
  readonly home: string;
  readonly archive: string;
  readonly corrections: string;
  readonly latest: string;
  readonly articleCount: (count: number) => string;
  readonly profile: {
    readonly articles: string;
    readonly avatarOf: (name: string) => string;
    readonly location: string;
    readonly languages: string;
    readonly beats: string;
    readonly experience: string;
    readonly since: (year: number) => string;
    readonly links: string;
    readonly none: string;
    readonly describe: (name: string, role: string, site: string) => string;
  };
  readonly article: {
    readonly by: string;
    readonly and: string;
    readonly updated: string;
    readonly readingTime: (minutes: number) => string;
    readonly correction: string;
    readonly clarification: string;
    readonly correctionsHeading: string;
    readonly correctionsPolicy: string;
    readonly topics: string;
    readonly countries: string;
    readonly series: (name: string) => string;
    readonly seriesPart: (part: number) => string;
    readonly aboutAuthors: (count: number) => string;
    readonly related: string;
    readonly share: string;
    readonly shareBy: (service: string) => string;
    /** Opens the device's own list of ways to share. */
    readonly shareMore: string;
    readonly old: (years: number) => string;
    readonly alsoIn: string;
    /** Before the name of another site. */
    readonly firstPublished: string;
    readonly notes: string;
    readonly backToText: string;
    readonly embed: (provider: string) => string;
    readonly table: string;
  };
  /** Said of articles that the public does not see. */
  readonly hidden: Readonly<Record<'draft' | 'scheduled', string>>;
  readonly preview: {
    readonly heading: string;
    readonly draft: string;
    /** Followed by the moment. */
    readonly scheduled: string;
    readonly published: string;
    /** Followed by the moment at which the address ends. */
    readonly until: string;
  };
  readonly history: {
    readonly title: string;
    /** Stands before the article's title. */
    readonly introduction: string;
    /** Shows what the marks mean; the words in `removed` and `added` are marked. */
    readonly legend: string;
    readonly removed: string;
    readonly added: string;
    /** How a change is read out: before the words that it concerns, and after them. */
    readonly spoken: {
      readonly removed: string;
      readonly added: string;
      readonly end: string;
    };
    readonly parts: Readonly<Record<ArticlePart, string>>;
    /** What became of an article's picture. */
    readonly picture: {
      readonly added: string;
      readonly removed: string;
      readonly replaced: string;
    };
    readonly first: string;
    readonly unchanged: string;
    readonly cut: string;
    /** Follows the date of an article's update, for those who hear the link. */
    readonly linkPurpose: string;
  };
  readonly rates: RatesMessages;
  readonly search: SearchMessages;
  readonly money: {
    /** `rate` is such as "1 USD = 87.45 KGS", `date` the day of it. */
    readonly convertedAt: (rate: string, source: string, date: string) => string;
    /** The same for a peg; `date` is its first day. */
    readonly convertedAtFixed: (rate: string, source: string, date: string) => string;
  };
  readonly list: {
    readonly pages: string;
    readonly newer: string;
    readonly older: string;
    readonly pageOf: (page: number, pages: number) => string;
    /** Leads to the feed of a list with a name such as "Society". */
    readonly follow: (name: string) => string;
    readonly empty: string;
  };
  readonly archivePage: { readonly introduction: (total: number) => string };
  readonly correctionsPage: { readonly introduction: string; readonly none: string };
  readonly monthIntroduction: (month: string, total: number) => string;
  readonly countryIntroduction: (country: Country, name: string) => string;
  readonly topicIntroduction: (name: string) => string;
  readonly policies: Readonly<Record<Policy, string>>;
  readonly footer: {
    readonly about: string;
    readonly policies: string;
    readonly contact: string;
    readonly feed: string;
    readonly founded: (year: number) => string;
    readonly appearance: string;
    readonly themes: { readonly system: string; readonly light: string; readonly dark: string };
    /** `kilobytes`: what the page weighs, such as "11.8". */
    readonly weight: (kilobytes: string) => string;
  };
  readonly notFound: { readonly title: string; readonly text: string; readonly latest: string };
  readonly gone: { readonly title: string; readonly text: string };
  readonly serverError: { readonly title: string; readonly text: string; readonly retry: string };
  readonly tooMany: { readonly title: string; readonly text: string };
  readonly status: StatusMessages;
  readonly emptySite: { readonly title: string; readonly text: string };
}
