import type { Page } from 'playwright-core';

/** What a document says about itself, read in one go. */
export interface Survey {
  readonly lang: string;
  readonly titles: readonly string[];
  readonly descriptions: readonly string[];
  readonly robots: readonly string[];
  readonly canonical: readonly string[];
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  /** Numbers of elements by their tag name, those that a page may have once. */
  readonly landmarks: { readonly main: number; readonly h1: number; readonly h1InMain: number };
  /** Pictures that lack their width, their height or a text in place of them. */
  readonly unfinishedPictures: readonly string[];
  /** Dates that lack their form for machines. */
  readonly unfinishedDates: readonly string[];
}

export function surveyOf(page: Page): Promise<Survey> {
  return page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
    const values = (selector: string, attribute: string) =>
      all(selector).map((node) => node.getAttribute(attribute) ?? '');
    const markup = (selector: string) => all(selector).map((node) => node.outerHTML);
    return {
      lang: document.documentElement.lang,
      titles: all('head title').map(({ textContent }) => textContent),
      descriptions: values('head meta[name="description"]', 'content'),
      robots: values('meta[name="robots"]', 'content'),
      canonical: values('link[rel="canonical"]', 'href'),
      headings: all('main :is(h1, h2, h3, h4, h5, h6)').map((node) => {
        return { level: Number(node.tagName.slice(1)), text: node.textContent };
      }),
      landmarks: {
        main: all('main').length,
        h1: all('h1').length,
        h1InMain: all('main h1').length,
      },
      unfinishedPictures: markup('img:not([width][height][alt])'),
      unfinishedDates: markup('time:not([datetime])'),
    };
  });
}
