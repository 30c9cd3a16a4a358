import type { Country } from '@/lib/site/countries';
import type { SitePath } from '@/lib/site/routes';
import type { AuthorSlug, SectionSlug } from '@/lib/site/slug';
import type { ArticleCard } from '../queries/cards';

/** What a reader asks for. */
export interface SearchRequest {
  /** As the reader typed it: any length, any characters. */
  readonly text: string;
  /** Slug of a section. */
  readonly section: string | null;
  readonly country: string | null;
  /** Slug of an author. */
  readonly author: string | null;
  /** Calendar years in the site's time zone, both inclusive. */
  readonly from: number | null;
  readonly to: number | null;
  /** From 1. */
  readonly page: number;
}

/** Text with the parts that match, in order: joined it is the original text. */
export type Marked = readonly { readonly text: string; readonly isMatch: boolean }[];

export interface SearchHit {
  readonly card: ArticleCard;
  readonly title: Marked;
  readonly summary: Marked;
  /** At most two passages of the body, of about 25 words; none where title or summary alone match. */
  readonly passages: readonly Marked[];
}

/** Something beside articles that goes by the name that was searched for. */
export interface FoundName {
  readonly kind: 'person' | 'topic' | 'section' | 'country' | 'page';
  readonly name: string;
  readonly path: SitePath;
  /** A person's role, or the number of articles under a topic. */
  readonly note: string | null;
}

export interface SearchResults {
  /** What was searched for in the end: trimmed, without control characters, cut to 200 characters. */
  readonly text: string;
  readonly hits: readonly SearchHit[];
  /** Exact while it is not `isMore`. */
  readonly total: number;
  /** Whether there are more than `total`. */
  readonly isMore: boolean;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** At most five, on the first page alone. */
  readonly names: readonly FoundName[];
  /** A corrected query that finds something, where this one found nothing or very little. */
  readonly suggestion: string | null;
}

interface Choice<Slug> {
  readonly slug: Slug;
  readonly name: string;
}

/** What the filters can be set to: nothing that no article has. */
export interface SearchChoices {
  readonly sections: readonly Choice<SectionSlug>[];
  readonly countries: readonly Country[];
  /** By name. */
  readonly people: readonly Choice<AuthorSlug>[];
  /** Newest first. */
  readonly years: readonly number[];
}
