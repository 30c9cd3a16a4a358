import { UNPLANNED_FRONT } from '@/lib/content/front';
import type { FrontPick, Section } from '@/lib/content/models';
import type { Reader } from '../reader';
import { readSetting } from '../settings';
import { articleCard } from './article';
import type { ArticleCard } from './cards';
import { newest } from './lists';

export interface SectionBlock {
  readonly section: Section;
  readonly cards: readonly ArticleCard[];
}

export interface FrontPage {
  /** Null only while nothing is published. */
  readonly lead: ArticleCard | null;
  readonly secondary: readonly ArticleCard[];
  readonly latest: readonly ArticleCard[];
  readonly blocks: readonly SectionBlock[];
}

const SECONDARY = 4;
const LATEST = 8;
const PER_BLOCK = 4;

/**
 * The front page: what the editors set in front.yml, as long as it is published and not past its
 * `until`; the newest articles fill every place that is left. Lead and secondary stories are not
 * shown again in the blocks below them.
 */
export function frontPage(reader: Reader): FrontPage {
  reader.shown.add('front');
  const plan = readSetting(reader.database, 'front') ?? UNPLANNED_FRONT;
  const recent = newest(reader, { kind: 'all' }, 1 + SECONDARY + LATEST);
  const lead = pick(reader, plan.lead) ?? recent[0] ?? null;
  const shown = new Set<string>(lead ? [lead.slug] : []);
  const take = (cards: readonly ArticleCard[], limit: number): ArticleCard[] => {
    const taken = cards.filter(({ slug }) => !shown.has(slug)).slice(0, limit);
    for (const { slug } of taken) shown.add(slug);
    return taken;
  };
  const pinned = plan.pinned.flatMap((entry) => pick(reader, entry) ?? []);
  const secondary = take(unique([...pinned, ...recent]), SECONDARY);
  const latest = recent.filter(({ slug }) => !shown.has(slug)).slice(0, LATEST);
  const blocks = reader.sections
    .map((section) => {
      const key = { kind: 'section', value: section.slug } as const;
      const cards = newest(reader, key, PER_BLOCK + shown.size);
      return { section, cards: cards.filter(({ slug }) => !shown.has(slug)).slice(0, PER_BLOCK) };
    })
    .filter(({ cards }) => cards.length > 0);
  return { lead, secondary, latest, blocks };
}

function pick(reader: Reader, entry: FrontPick | null): ArticleCard | null {
  if (!entry || (entry.until !== null && entry.until <= reader.now)) return null;
  return articleCard(reader, entry.article);
}

function unique(cards: readonly ArticleCard[]): ArticleCard[] {
  return [...new Map(cards.map((entry) => [entry.slug, entry])).values()];
}
