import type { Country } from '@/lib/site/countries';
import type { DatePrecision, Instant } from '@/lib/site/dates';
import type { Genre } from '@/lib/site/genres';
import type { LabelledLink } from '@/lib/site/identity';
import type { SitePath } from '@/lib/site/routes';
import type {
  ArticleSlug,
  AuthorSlug,
  PageSlug,
  SectionSlug,
  SeriesSlug,
  TopicSlug,
} from '@/lib/site/slug';

/** A date as the publication shows it: the instant, and whether a time of day was given. */
export interface Dated {
  readonly at: Instant;
  readonly precision: DatePrecision;
}

export interface Topic {
  readonly slug: TopicSlug;
  readonly name: string;
}

/** A picture as front matter names it; its dimensions are known to the archive. */
export interface ImageRef {
  /** `media/NAME` */
  readonly src: string;
  /** Empty only where the picture is decorative. */
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
  /** Point of interest for crops, from 0 to 1 in each direction. */
  readonly focus: readonly [number, number] | null;
}

export interface Correction {
  readonly date: Dated;
  readonly text: string;
  readonly kind: 'correction' | 'clarification';
}

export interface Series {
  readonly slug: SeriesSlug;
  readonly name: string;
  readonly part: number;
}

export interface Article {
  readonly slug: ArticleSlug;
  readonly title: string;
  readonly published: Dated;
  readonly updated: Dated | null;
  readonly authors: readonly AuthorSlug[];
  /** The standfirst. */
  readonly summary: string;
  readonly section: SectionSlug;
  /** Null for plain news. */
  readonly genre: Genre | null;
  /** Place that it is reported from. */
  readonly dateline: string | null;
  readonly countries: readonly Country[];
  readonly topics: readonly Topic[];
  readonly image: ImageRef | null;
  readonly corrections: readonly Correction[];
  /** BCP 47 tag. */
  readonly lang: string;
  readonly translationOf: ArticleSlug | null;
  /** Address at which it was first published, by others; null for the newsroom's own. */
  readonly canonicalUrl: string | null;
  readonly draft: boolean;
  readonly redirectFrom: readonly SitePath[];
  readonly series: Series | null;
  /** Markdown. */
  readonly body: string;
  /** The body as plain text, paragraphs apart by a blank line. */
  readonly plain: string;
  /** The opening of the body's running text, for excerpts. */
  readonly opening: string;
  readonly words: number;
}

export interface Author {
  readonly slug: AuthorSlug;
  readonly name: string;
  readonly role: string;
  /** Without an alternative text of its own, the picture is called "NAME's Avatar". */
  readonly avatar: { readonly src: string; readonly alt: string | null } | null;
  readonly email: string | null;
  readonly links: readonly LabelledLink[];
  /** Where the author works from. */
  readonly location: string | null;
  readonly languages: readonly string[];
  readonly beats: readonly string[];
  /** Year in which the author began. */
  readonly since: number | null;
  /** Markdown. */
  readonly bio: string;
  /** The bio as plain text, for descriptions. */
  readonly plainBio: string;
}

export interface Section {
  readonly slug: SectionSlug;
  readonly name: string;
  readonly description: string;
}

export interface StaticPage {
  readonly slug: PageSlug;
  readonly title: string;
  readonly summary: string | null;
  readonly updated: Dated | null;
  /** Markdown. */
  readonly body: string;
  readonly plain: string;
}

/** An article that the editors set on the front page, until a given moment or without end. */
export interface FrontPick {
  readonly article: ArticleSlug;
  readonly until: Instant | null;
}

export interface FrontPlan {
  readonly lead: FrontPick | null;
  readonly pinned: readonly FrontPick[];
}

export type Redirect =
  | { readonly from: SitePath; readonly to: SitePath | `https://${string}` }
  | { readonly from: SitePath; readonly gone: true };
