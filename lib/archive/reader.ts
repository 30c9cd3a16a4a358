import type { Section } from '@/lib/content/models';
import { fallbackSite } from '@/lib/content/site';
import type { Instant } from '@/lib/site/dates';
import type { SiteIdentity } from '@/lib/site/identity';
import type { AuthorSlug, SectionSlug } from '@/lib/site/slug';
import type { Database } from './database';
import type { AuthorRecord } from './records';
import { readSetting } from './settings';
import type { Shown } from './shown';

/** An author as named over an article. */
export interface Byline {
  readonly slug: AuthorSlug;
  readonly name: string;
  /** False while the author's profile is broken: there is no page to link to. */
  readonly hasProfile: boolean;
}

export interface SectionName {
  readonly slug: SectionSlug;
  readonly name: string;
}

/**
 * Reads one version of the publication as it stands at one moment: every query of a page goes
 * through one reader, so that a page never mixes two versions.
 */
export class Reader {
  readonly database: Database;
  readonly now: Instant;
  /** Articles after this moment do not exist; `now` for readers, later for who looks ahead. */
  readonly horizon: Instant;
  readonly site: SiteIdentity;
  readonly sections: readonly Section[];
  #shown = new Set<Shown>(['site']);
  readonly #bylines = new Map<AuthorSlug, Byline>();

  private constructor(database: Database, now: Instant, horizon: Instant) {
    this.database = database;
    this.now = now;
    this.horizon = horizon;
    this.site = withSoundPolicies(
      database,
      readSetting(database, 'site') ?? fallbackSite([]).value,
    );
    this.sections = readSetting(database, 'sections') ?? [];
  }

  /** Runs `work` on one snapshot; what is scheduled for after the horizon does not exist in it. */
  static snapshot<Result>(
    database: Database,
    now: Instant,
    work: (reader: Reader) => Result,
    horizon = now,
  ): Result {
    return database.snapshot(() => work(new Reader(database, now, horizon)));
  }

  /** What the queries have given out so far. */
  get shown(): Set<Shown> {
    return this.#shown;
  }

  /** Runs `work`, and tells what of the publication it came of, apart from what was given out before. */
  noting<Result>(work: () => Result): { readonly result: Result; readonly shown: Set<Shown> } {
    const before = this.#shown;
    const shown = new Set<Shown>();
    this.#shown = shown;
    try {
      return { result: work(), shown };
    } finally {
      for (const thing of shown) before.add(thing);
      this.#shown = before;
    }
  }

  sectionName(slug: SectionSlug): SectionName {
    const known = this.sections.find((section) => section.slug === slug);
    return { slug, name: known?.name ?? nameOfSlug(slug) };
  }

  byline(slug: AuthorSlug): Byline {
    this.shown.add(`author:${slug}`);
    const known = this.#bylines.get(slug);
    if (known) return known;
    const row = this.database
      .query<{ name: string }>('SELECT name FROM author WHERE slug = ?')
      .get(slug);
    const byline = { slug, name: row?.name ?? nameOfSlug(slug), hasProfile: row !== undefined };
    this.#bylines.set(slug, byline);
    return byline;
  }

  author(slug: AuthorSlug): AuthorRecord | null {
    this.shown.add(`author:${slug}`);
    const row = this.database
      .query<{ model: string }>('SELECT model FROM author WHERE slug = ?')
      .get(slug);
    return row ? (JSON.parse(row.model) as AuthorRecord) : null;
  }
}

/** "aliya-haidar" as "Aliya Haidar": the best name known while a profile or section is broken. */
function nameOfSlug(slug: string): string {
  return slug.replace(
    /(^|-)([a-z0-9])/g,
    (_, start: string, letter: string) => `${start === '-' ? ' ' : ''}${letter.toUpperCase()}`,
  );
}

/** A policy whose page is missing or broken has no address to link to. */
function withSoundPolicies(database: Database, site: SiteIdentity): SiteIdentity {
  const pages = database.query<{ slug: string }>('SELECT slug FROM page').all();
  const sound = new Set(pages.map(({ slug }) => slug));
  const policies = Object.entries(site.policies).filter(([, slug]) => sound.has(slug));
  return { ...site, policies: Object.fromEntries(policies) };
}
