import { routes } from '@/lib/site/routes';
import type { ArticleSlug } from '@/lib/site/slug';
import type { Random } from './random';
import { countWords, type Words } from './words';

/** What a body may refer to. */
export interface BodySurroundings {
  /** Articles that it may link to. */
  readonly earlier: readonly ArticleSlug[];
  /** Paths of pictures below the content folder. */
  readonly pictures: readonly string[];
}

const LEAST_WORDS = 640;
const MOST_WORDS = 860;
const MOST_LINKS = 3;
const PARAGRAPHS_UNDER_A_HEADING = 3;

/** How often an article has one of each block. */
const BLOCKS: readonly {
  readonly share: number;
  readonly write: (random: Random, words: Words, around: BodySurroundings) => string;
}[] = [
  { share: 0.2, write: table },
  { share: 0.3, write: list },
  { share: 0.3, write: figure },
  { share: 0.2, write: factbox },
  { share: 0.15, write: pullquote },
];

const FOOTNOTE_SHARE = 0.25;

/** The Markdown of an article of 600 to 900 words. */
export function articleBody(random: Random, words: Words, around: BodySurroundings): string {
  const blocks = BLOCKS.filter(({ share }) => random.chance(share)).map(({ write }) =>
    write(random, words, around),
  );
  const footnote = random.chance(FOOTNOTE_SHARE) ? words.sentence() : undefined;
  const target = random.between(LEAST_WORDS, MOST_WORDS);
  let written = [...blocks, footnote ?? ''].reduce((sum, text) => sum + countWords(text), 0);
  const parts: string[] = [];
  for (let paragraph = 0; written < target; paragraph += 1) {
    const added: string[] = [];
    if (paragraph > 0 && paragraph % PARAGRAPHS_UNDER_A_HEADING === 0) {
      added.push(`## ${words.headline(random.between(2, 5))}`);
    }
    const text = words.sentences(Math.min(random.between(40, 80), target - written));
    const isLinked = paragraph < MOST_LINKS && around.earlier.length > 0;
    const ending = paragraph === 1 && footnote !== undefined ? '[^1]' : '';
    added.push(text + ending + (isLinked ? ` ${link(random, words, around.earlier)}` : ''));
    written += countWords(added.join(' '));
    const block = paragraph > 0 ? blocks.shift() : undefined;
    parts.push(...added, ...(block === undefined ? [] : [block]));
  }
  if (footnote !== undefined) parts.push(`[^1]: ${footnote}`);
  return `${parts.join('\n\n')}\n`;
}

function link(random: Random, words: Words, earlier: readonly ArticleSlug[]): string {
  return `${words.headline(2)} [${words.phrase(3)}](${routes.article(random.pick(earlier))}).`;
}

function table(random: Random, words: Words): string {
  const head = ['Year', words.headline(1), words.headline(2)];
  const rows = Array.from({ length: random.between(4, 8) }, (_, index) => [
    String(2010 + index),
    String(random.between(100, 9999)),
    `${random.between(1, 99)}.${random.below(10)}%`,
  ]);
  return [head, ['---', '---:', '---:'], ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function list(random: Random, words: Words): string {
  const item = () => `- **${words.headline(2)}:** ${words.phrase(random.between(4, 9))}`;
  return Array.from({ length: random.between(3, 5) }, item).join('\n');
}

function figure(random: Random, words: Words, { pictures }: BodySurroundings): string {
  const opening = `:::figure{src="${random.pick(pictures)}" alt="${words.headline(5)}"}`;
  return `${opening}\n${words.sentence()}\n:::`;
}

function factbox(random: Random, words: Words): string {
  return `:::factbox{title="${words.headline(3)}"}\n${list(random, words)}\n:::`;
}

function pullquote(_: Random, words: Words): string {
  return `:::pullquote{by="${words.headline(1)}"}\n${words.sentence()}\n:::`;
}
