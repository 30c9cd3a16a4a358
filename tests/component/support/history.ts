import type { ArticleHistory } from '@/lib/publishing/history/articleHistory';
import { day } from './dates';
import { aFullDetail } from './fullModels';

/** Three versions: the first, one of the text, and one of everything. */
export function aHistory(text = 'River'): ArticleHistory {
  const { article } = aFullDetail(text);
  const replaced = [
    { kind: 'same', text: `${text} in ` },
    { kind: 'removed', text: '1957' },
    { kind: 'added', text: '1975' },
  ] as const;
  return {
    article,
    isCut: true,
    versions: [
      {
        at: day('2026-03-03'),
        subject: `Third ${text}`,
        changes: {
          title: replaced,
          summary: replaced,
          body: [],
          parts: ['authors', 'section', 'image', 'corrections'],
        },
      },
      {
        at: day('2026-03-02'),
        subject: `Second ${text}`,
        changes: { title: null, summary: null, body: [replaced, replaced], parts: [] },
      },
      { at: day('2026-03-01'), subject: `First ${text}`, changes: null },
    ],
  };
}
