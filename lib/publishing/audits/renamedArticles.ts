import type { Database } from '@/lib/archive/database';
import { type Diagnostic, START_OF_FILE } from '@/lib/content/diagnostics';
import { enclosingRepository } from '@/lib/git/enclosing';
import { uncommittedRenames } from '@/lib/git/worktree';
import { asked, type SitePath } from '@/lib/site/routes';
import type { AuditedPublication } from './audit';

/** Commits that are looked through for renames. */
const REACH = 200;
const SLUG = /^articles\/\d{4}\/\d{2}\/([^/]+)\.md$/;

/** Warnings for articles whose former address, by Git's account of renames, nothing answers. */
export function renamedArticles(publication: AuditedPublication): Diagnostic[] {
  return [...lostAddresses(publication)].map(([file, addresses]) => {
    const message = `This article stood at ${addresses.join(' and ')} before, where readers find nothing now; add "redirectFrom: [${addresses.join(', ')}]".`;
    return {
      file,
      ...START_OF_FILE,
      severity: 'warning',
      rule: 'renamed-without-redirect',
      message,
    };
  });
}

/** Former addresses that nothing answers, by the file that their article stands in now. */
export function lostAddresses({ database, root }: AuditedPublication): Map<string, SitePath[]> {
  const lost = new Map<string, SitePath[]>();
  const enclosing = enclosingRepository(root);
  if (enclosing === null) return lost;
  const present = presentSlugs(database);
  const slugs = new Set(present.values());
  /** Where a path of an older commit is now, since one rename may follow another. */
  const nowAt = new Map<string, string>();
  const renames = [
    ...uncommittedRenames(root),
    ...enclosing.repository.renames(enclosing.head, 'articles/', REACH),
  ];
  for (const { from, to } of renames) {
    const file = nowAt.get(to) ?? to;
    nowAt.set(from, file);
    const slug = SLUG.exec(from)?.[1];
    if (slug === undefined || !present.has(file)) continue;
    const address = asked.article(slug);
    if (slugs.has(slug) || isClaimed(database, address)) continue;
    const known = lost.get(file) ?? [];
    if (!known.includes(address)) lost.set(file, [...known, address]);
  }
  return lost;
}

/** Slugs by file, of articles that are sound and no drafts. */
function presentSlugs(database: Database): Map<string, string> {
  const rows = database
    .query<{ file: string; slug: string }>('SELECT file, slug FROM article WHERE draft = 0')
    .all();
  return new Map(rows.map(({ file, slug }) => [file, slug]));
}

function isClaimed(database: Database, address: SitePath): boolean {
  return (
    database
      .query<{ file: string }>("SELECT file FROM reference WHERE kind = 'oldAddress' AND value = ?")
      .get(address) !== undefined
  );
}
