import type { Article, Author, FrontPlan, Section, StaticPage } from '@/lib/content/models';
import type { SiteIdentity } from '@/lib/site/identity';

/** What the archive keeps of an article beside its body; `opening` is cut to excerpt length. */
export type ArticleRecord = Omit<Article, 'body' | 'plain'>;

export type AuthorRecord = Author;
export type PageRecord = StaticPage;

/** The single-file parts of the publication, by their names in the setting table. */
export interface Settings {
  readonly site: SiteIdentity;
  readonly sections: readonly Section[];
  /** Slugs of all entries of sections.yml, broken ones included. */
  readonly declaredSections: readonly string[];
  readonly front: FrontPlan;
  /** Groups of spellings that mean the same; nothing where there is no spellings.yml. */
  readonly spellings: readonly (readonly string[])[];
  /** The commit that the archive was made of; null where it was made of a plain folder. */
  readonly commit: string | null;
  /** Absolute path of the folder whose `rates/` belongs to the publication. */
  readonly ratesFolder: string;
}
