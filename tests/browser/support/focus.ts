import type { Page } from 'playwright-core';

/** The element that has the keyboard. */
export interface FocusStop {
  readonly name: string;
  /** Whether it lies within the window, at least in part. */
  readonly isInView: boolean;
  /** Thickness of its outline in pixels; 0 where none is drawn. */
  readonly outline: number;
  /** Least contrast of the outline to what it lies on, from 1 to 21 (WCAG 2, contrast ratio). */
  readonly contrast: number;
}

/** Where the keyboard is; null outside the page, before the first element or past the last. */
export function focusStop(page: Page): Promise<FocusStop | null> {
  return page.evaluate(() => {
    const node = document.activeElement;
    if (!node || node === document.body || node === document.documentElement) return null;
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const isOpaque = (colour: string) => (channels(colour)[3] ?? 1) === 1;
    const style = getComputedStyle(node);
    const box = node.getBoundingClientRect();
    // The middle of each side of the outline, as far as it lies within the window.
    const away = Number.parseFloat(style.outlineOffset) + Number.parseFloat(style.outlineWidth) / 2;
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const sides: [number, number][] = [
      [x, box.top - away],
      [x, box.bottom + away],
      [box.left - away, y],
      [box.right + away, y],
    ];
    const backgrounds = sides
      .map(([left, top]) => document.elementsFromPoint(left, top))
      .filter((stack) => stack.length > 0)
      .map((stack) =>
        stack.map((element) => getComputedStyle(element).backgroundColor).find(isOpaque),
      );
    const contrasts = backgrounds.map((ground = 'rgb(255, 255, 255)') => {
      const [dark = 0, light = 0] = [luminance(style.outlineColor), luminance(ground)].sort(
        (a, b) => a - b,
      );
      return (light + 0.05) / (dark + 0.05);
    });
    const isDrawn = style.outlineStyle !== 'none' && isOpaque(style.outlineColor);
    return {
      name: `${node.tagName} "${node.textContent?.trim().slice(0, 40)}"`,
      isInView:
        box.width > 1 &&
        box.bottom > 0 &&
        box.top < innerHeight &&
        box.right > 0 &&
        box.left < innerWidth,
      outline: isDrawn ? Number.parseFloat(style.outlineWidth) : 0,
      contrast: Math.min(...contrasts),
    };
  });
}

const MOST_STOPS = 300;

/** Presses Tab from the page's start to its end. */
export async function focusStops(page: Page): Promise<FocusStop[]> {
  const stops: FocusStop[] = [];
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press('Tab');
    const stop = await focusStop(page);
    if (stop === null) return stops;
    stops.push(stop);
  }
  throw new Error(`The keyboard has not left the page after ${MOST_STOPS} stops`);
}
