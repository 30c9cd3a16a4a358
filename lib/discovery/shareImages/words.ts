import { shareFonts } from './fonts';
import { column, type LayoutElement, settings } from './layout';
import type { ShareCard } from './shareCard';

/** The words of a card in the largest letters with which all of them stand above the foot. */
export async function fitted(
  card: ShareCard,
  siteName: string,
  width: number,
  height: number,
): Promise<Drawing> {
  let set = { svg: '', height: 0 };
  for (const setting of settings(card.title, width)) {
    set = await svgOf(column(card, siteName, width, setting), width);
    if (set.height <= height) break;
  }
  return set;
}

/** A drawing that is as high as it needs to be, in pixels. */
export interface Drawing {
  readonly svg: string;
  readonly height: number;
}

export async function svgOf(element: LayoutElement, width: number): Promise<Drawing> {
  // Large, and needed by few requests.
  const { default: satori } = await import('satori');
  let height = 0;
  // The package names React's own type, of which this is the part that it reads.
  const svg = await satori(element as never, {
    width,
    // The same list each time: the package knows by it the fonts that it has read.
    fonts: shareFonts(),
    onNodeDetected: (node) => {
      height = Math.max(height, node.top + node.height);
    },
  });
  return { svg, height };
}
