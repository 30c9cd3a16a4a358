import type { PagefindData } from './pagefind';

/** What an export writes down of an article for its results; see lib/server/export/search. */
export interface HitFacts {
  readonly title: string;
  readonly summary: string;
  readonly lang: string;
  /** Value of `datetime`, and the date in words. */
  readonly date: string;
  readonly day: string;
  readonly section: readonly [path: string, name: string];
  /** Without a path there is no profile. */
  readonly authors: readonly (readonly [path: string, name: string])[];
}

/** Fills in a copy of the page's pattern of a result. */
export function renderHit(
  pattern: HTMLTemplateElement,
  hit: PagefindData,
  words: DOMStringMap,
): Node {
  const card = pattern.content.cloneNode(true) as DocumentFragment;
  const facts = JSON.parse(hit.meta.facts ?? '{}') as HitFacts;
  const find = (selector: string): HTMLElement | null => card.querySelector(selector);
  const headline = find('.headline');
  const link = headline?.querySelector('a');
  if (headline && facts.lang !== document.documentElement.lang) headline.lang = facts.lang;
  link?.setAttribute('href', hit.url);
  if (link) link.textContent = facts.title;
  setLink(find('.kicker a'), facts.section);
  const teaser = find('.teaser');
  if (teaser) teaser.textContent = facts.summary;
  const passage = find('.passage');
  // Text with marks: Pagefind has escaped the text.
  if (passage) passage.innerHTML = hit.excerpt;
  const time = find('time');
  time?.setAttribute('datetime', facts.date);
  time?.removeAttribute('title');
  if (time) time.textContent = facts.day;
  const byline = find('.byline');
  if (byline) byline.replaceChildren(...bylineOf(facts.authors, words));
  return card;
}

function setLink(link: Element | null, [path, name]: readonly [string, string]): void {
  link?.setAttribute('href', path);
  if (link) link.textContent = name;
}

function bylineOf(authors: HitFacts['authors'], { by, and }: DOMStringMap): (Node | string)[] {
  return authors.flatMap(([path, name], index) => {
    const before = index === 0 ? `${by} ` : index === authors.length - 1 ? ` ${and} ` : ', ';
    if (path === '') return [before, name];
    const link = document.createElement('a');
    link.rel = 'author';
    setLink(link, [path, name]);
    return [before, link];
  });
}
