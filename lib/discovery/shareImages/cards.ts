import type { ArticleCard } from '@/lib/archive/queries/cards';
import type { ListWords } from '@/lib/archive/queries/namedLists';
import type { Person } from '@/lib/archive/queries/people';
import type { Messages } from '@/lib/site/messages';
import type { ShareCard } from './shareCard';

type CardFacts = Pick<ArticleCard, 'title' | 'section' | 'genre' | 'bylines' | 'image'>;

const BARE = { kicker: '', picture: null, focus: null, isPortrait: false } as const;

export function articleShareCard(
  { title, section, genre, bylines, image }: CardFacts,
  messages: Messages,
): ShareCard {
  const kind = genre === null ? section.name : `${section.name} · ${messages.genres[genre]}`;
  const note = bylines.map(({ name }) => name).join(', ');
  return {
    kicker: kind,
    title,
    note,
    picture: image,
    focus: image?.focus ?? null,
    isPortrait: false,
  };
}

export function personShareCard({ author, avatar }: Person, messages: Messages): ShareCard {
  const { name: title, role: note } = author;
  return { kicker: messages.people, title, note, picture: avatar, focus: null, isPortrait: true };
}

export function listShareCard({
  title,
  introduction,
}: Pick<ListWords, 'title' | 'introduction'>): ShareCard {
  return { ...BARE, title, note: introduction ?? '' };
}

/** Of a page that is no list: its heading, and what the site is. */
export function pageShareCard(title: string, description: string): ShareCard {
  return { ...BARE, title, note: description };
}
