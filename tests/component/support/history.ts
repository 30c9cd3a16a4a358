import type { ArticleHistory, Version } from '@/lib/publishing/history/articleHistory';
import { ARTICLE_PARTS } from '@/lib/site/articleParts';
import { instant } from './dates';

export function aVersion(facts: Partial<Version> = {}): Version {
  return {
    id: 'a1',
    from: instant('2025-05-02T09:30:00Z'),
    subject: 'Correct the year of the dam',
    changes: null,
    ...facts,
  };
}

/** A history in which every part changed in every way, all words being `text`. */
export function aFullHistory(text: string): ArticleHistory {
  const passage = (['same', 'removed', 'added', 'same'] as const).map((kind) => ({ kind, text }));
  const changes = ARTICLE_PARTS.map((part) => {
    return {
      part,
      picture: part === 'picture' ? ('replaced' as const) : null,
      passages: [passage, passage],
    };
  });
  return {
    versions: [
      aVersion({ id: 'a3', subject: text, changes }),
      aVersion({ id: 'a2', subject: text, changes: changes.slice(0, 1) }),
      aVersion({ id: 'a1', subject: text }),
    ],
    isCut: true,
  };
}
