import type { Reference } from '@/lib/content/references';
import { parseSections } from '@/lib/content/sections';
import type { Database } from '../database';
import { readSetting } from '../settings';
import type { ContentHistory } from '../trees/contentTree';

/**
 * Whether the rest of the publication bears a version of an article: whatever it names exists, or
 * existed once, and nobody else has its addresses. What was taken away since leaves its articles
 * in place: the slip, if it is one, is not theirs.
 */
export class Support {
  readonly #database: Database;
  readonly #history: ContentHistory | null;
  readonly #known = new Map<string, boolean>();
  #sections: ReadonlySet<string> | null = null;

  constructor(database: Database, history: ContentHistory | null) {
    this.#database = database;
    this.#history = history;
  }

  /** @param path file of the article */
  isGiven(path: string, references: readonly Reference[]): boolean {
    return this.#ownsSlug(path) && references.every((reference) => this.#bears(path, reference));
  }

  #ownsSlug(path: string): boolean {
    const owner = this.#database
      .query<{ path: string | null }>(
        `SELECT MIN(o.path) AS path FROM file f JOIN file o ON o.kind = 'article' AND o.slug = f.slug
         WHERE f.path = ?`,
      )
      .get(path);
    return owner?.path === path;
  }

  #bears(path: string, { kind, value }: Reference): boolean {
    switch (kind) {
      case 'author':
        return this.#everHeld(`authors/${value}.md`);
      case 'page':
        return this.#everHeld(`pages/${value}.md`);
      case 'media':
        return this.#everHeld(value);
      case 'article':
        return this.#hasArticle(value) || this.#wasHeld(`articles/*/*/${value}.md`);
      case 'section':
        return this.#hasSection(value);
      case 'oldAddress':
        return this.#ownsAddress(path, value);
      case 'address':
      case 'anchor':
      case 'money':
        return true;
    }
  }

  #everHeld(path: string): boolean {
    const row = this.#database
      .query<{ path: string }>('SELECT path FROM file WHERE path = ?')
      .get(path);
    return row !== undefined || this.#wasHeld(escaped(path));
  }

  #hasArticle(slug: string): boolean {
    return (
      this.#database
        .query<{ path: string }>("SELECT path FROM file WHERE kind = 'article' AND slug = ?")
        .get(slug) !== undefined
    );
  }

  #wasHeld(pattern: string): boolean {
    const known = this.#known.get(pattern);
    if (known !== undefined) return known;
    const held = this.#history?.everHeld(pattern) ?? false;
    this.#known.set(pattern, held);
    return held;
  }

  #hasSection(slug: string): boolean {
    const declared = readSetting(this.#database, 'declaredSections') ?? [];
    if (declared.length === 0 || declared.includes(slug)) return true;
    this.#sections ??= this.#sectionsOnce();
    return this.#sections.has(slug);
  }

  /** Every section that a version of sections.yml declared. */
  #sectionsOnce(): ReadonlySet<string> {
    const file = { path: 'sections.yml', kind: 'sections' } as const;
    const declared = new Set<string>();
    for (const earlier of this.#history?.earlier(file) ?? []) {
      const source = earlier.read();
      if (source.ok) for (const slug of parseSections(source.file).declared) declared.add(slug);
    }
    return declared;
  }

  #ownsAddress(path: string, address: string): boolean {
    return (
      this.#database
        .query<{ file: string }>(
          "SELECT file FROM reference WHERE kind = 'oldAddress' AND target = ? AND file < ?",
        )
        .get(address, path) === undefined
    );
  }
}

/** File names may hold what a pattern gives a meaning. */
function escaped(path: string): string {
  return path.replace(/[\\*?[\]]/g, '\\$&');
}
