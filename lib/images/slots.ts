/**
 * The places in which the layout shows pictures. Columns are those of app/styles, where a rem is
 * 17 px and the page's margins are `--gutter` (tokens.css): 17 px each up to a window of 425 px,
 * 4% each up to 850 px, then 34 px; `.wrap` (base.css) ends at 1292 px.
 *
 * Browsers take the smallest variant that is at least as wide as `sizes` times the density, or
 * the one nearest to that. So `sizes` does not tell the column but a little less than the widest
 * variant that fits into it, such that a variant lies just above one, two and three times that
 * number. A browser test measures that nobody gets more than the column times the density.
 */
export interface Slot {
  /** Widths of the variants, in pixels, ascending. */
  readonly widths: readonly number[];
  /** Value of the `sizes` attribute. */
  readonly sizes: string;
}

type Step = readonly [fromWindow: number, width: number];

/** @param steps from wide windows to narrow ones, all in CSS pixels; the last is from 0 */
function slot(widths: readonly number[], steps: readonly Step[]): Slot {
  const sizes = steps.map(([from, width]) =>
    from === 0 ? `${width}px` : `(min-width:${from}px) ${width}px`,
  );
  return { widths, sizes: sizes.join(',') };
}

/** A column as wide as a phone's window allows, for variants of 320, 480, 640 and 940 px. */
const PHONE: readonly Step[] = [
  [522, 470],
  [354, 313],
  [0, 226],
];

const COLUMN = [320, 480, 640, 680, 940, 1360] as const;

export const SLOTS = {
  /** The picture over an article: `.lead-picture`, columns 2 and 3 of `.article` (article.css). */
  lead: slot([...COLUMN, 1880], [[1280, 940], [740, 680], ...PHONE]),
  /** A picture in a body: `.article-main` (article.css), at most `--measure` (680 px). */
  figure: slot(COLUMN, [[1071, 680], [1024, 470], [740, 680], ...PHONE]),
  /** The same within the frame of `.embed a` (prose.css), 43 px less. */
  poster: slot(
    [280, 420, 560, 630, 840, 1260],
    [
      [1071, 630],
      [1024, 420],
      [740, 630],
      [506, 420],
      [354, 280],
      [0, 200],
    ],
  ),
  /** 7 of 12 columns: `.front-top` (front.css), and the first card of a list (lists.css). */
  leadCard: slot(COLUMN, [[1280, 680], [1024, 470], [740, 680], ...PHONE]),
  /** Beside the lead, in wide windows only: `.front-secondary` (front.css). */
  sideCard: slot(
    [200, 300, 400],
    [
      [1280, 200],
      [0, 150],
    ],
  ),
  /** `.avatar-large` (base.css, people.css). */
  avatarLarge: slot(
    [120, 160, 240, 320],
    [
      [1024, 160],
      [0, 106],
    ],
  ),
  /** `.avatar-small` (base.css). */
  avatarSmall: slot([64, 96, 128, 176], [[0, 64]]),
} as const satisfies Readonly<Record<string, Slot>>;

/** Blocks of `.front-blocks` (front.css) by their share of a wide window. */
const BLOCKS = {
  third: shares(
    [320, 380, 480, 640, 760, 940],
    [
      [1280, 380],
      [1024, 240],
    ],
  ),
  half: shares(
    [320, 460, 580, 640, 920, 1160],
    [
      [1280, 580],
      [1024, 460],
    ],
    [
      [522, 460],
      [354, 306],
      [0, 226],
    ],
  ),
  whole: shares(
    [320, 480, 640, 940, 1200, 1880],
    [
      [1280, 1200],
      [1024, 940],
    ],
  ),
} as const;

/** In a window of middle width two blocks share a row; one that is left over has it alone. */
function shares(widths: readonly number[], wide: readonly Step[], narrow = PHONE) {
  const paired: readonly Step[] = [
    [733, 320],
    [640, 230],
  ];
  return {
    paired: slot(widths, [...wide, ...paired, ...narrow]),
    alone: slot(widths, [...wide, [696, 600], ...narrow]),
  };
}

/**
 * Slot of the picture in one section's block on the front page. The blocks of the last row share
 * its width, so that it is full whatever the number of sections.
 * @param index of the block, from 0
 * @param count of the blocks
 */
export function blockSlot(index: number, count: number): Slot {
  const isInShortRow = index >= count - (count % 3);
  const share = isInShortRow ? (count % 3 === 1 ? 'whole' : 'half') : 'third';
  return BLOCKS[share][index === count - 1 && count % 2 === 1 ? 'alone' : 'paired'];
}

const ALL: readonly Slot[] = [
  ...Object.values(SLOTS),
  ...Object.values(BLOCKS).map(({ paired }) => paired),
];

/** Factor by which a step has to be larger to be worth its bytes in the page. */
const WORTHWHILE = 1.15;

/**
 * Widths in which a picture is offered, ascending and never above its own, which closes the list
 * where the slot asks for more.
 * @param ownWidth of the picture's file, in pixels
 */
export function candidates({ widths }: Slot, ownWidth: number): readonly number[] {
  const smaller = widths.filter((width) => width <= ownWidth);
  const largest = smaller.at(-1);
  if (largest === undefined) return [ownWidth];
  const isShort = smaller.length < widths.length;
  return isShort && ownWidth >= largest * WORTHWHILE ? [...smaller, ownWidth] : smaller;
}

/** All widths in which a picture of this own width is offered anywhere, ascending. */
export function offeredWidths(ownWidth: number): readonly number[] {
  const widths = new Set(ALL.flatMap((known) => candidates(known, ownWidth)));
  return [...widths].sort((a, b) => a - b);
}

/** Whether any slot offers a picture of this own width in that width. */
export function isOffered(width: number, ownWidth: number): boolean {
  return ALL.some((known) => candidates(known, ownWidth).includes(width));
}
