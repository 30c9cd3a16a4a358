import { RESERVED_IDS } from '@/lib/content/markdown/headings';

/** Faults that a page's HTML can have whatever it shows, each as a line of text. */

export function skippedHeadings(page: HTMLElement): string[] {
  const levels = [...page.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) => ({
    level: Number(heading.tagName.slice(1)),
    text: heading.textContent,
  }));
  return levels.flatMap(({ level, text }, index) => {
    const before = levels[index - 1]?.level ?? 0;
    return level > before + 1 ? [`h${level} "${text}" after h${before}`] : [];
  });
}

export function repeatedIds(page: HTMLElement): string[] {
  const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

/** Identifiers that a heading of a rendered text could take as well. */
export function unreservedIds(page: HTMLElement): string[] {
  const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
  return ids.filter((id) => !RESERVED_IDS.has(id));
}

/** References such as aria-labelledby to identifiers that the page does not have. */
export function danglingReferences(page: HTMLElement): string[] {
  const ids = new Set([...page.querySelectorAll('[id]')].map(({ id }) => id));
  const names = ['aria-labelledby', 'aria-describedby', 'for'];
  return names.flatMap((name) =>
    [...page.querySelectorAll(`[${name}]`)]
      .flatMap((element) => (element.getAttribute(name) ?? '').split(' '))
      .filter((id) => !ids.has(id)),
  );
}

/** Attributes that the site's policy of hashes forbids. */
export function inlineCode(page: HTMLElement): string[] {
  return [...page.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes]
      .map(({ name }) => name)
      .filter((name) => name === 'style' || name.startsWith('on'))
      .map((name) => `${element.tagName} ${name}`),
  );
}

const DATE =
  /\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}/g;
const MACHINE_DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2})?$/;

/** Names of drawings and tables, answers, and what they rest on: sentences that repeat dates. */
const SENTENCES = 'svg, caption, figcaption, output, .rates-source';

/**
 * Dates that are not in a `<time>`, and times whose value is no date. A sentence may name a date
 * that is in a `<time>` elsewhere on the page.
 */
export function unmarkedDates(page: HTMLElement): string[] {
  const times = [...page.querySelectorAll('time')];
  const marked = new Set(times.map((time) => time.textContent));
  const wrong = times.filter((time) => !MACHINE_DATE.test(time.dateTime)).map((t) => t.outerHTML);
  const loose = textsOf(page)
    .filter((node) => node.parentElement?.closest('time') === null)
    .flatMap((node) => {
      const repeats = node.parentElement?.closest(SENTENCES) !== null;
      const dates: readonly string[] = node.data.match(DATE) ?? [];
      return dates.filter((date) => !(repeats && marked.has(date)));
    });
  return [...wrong, ...loose];
}

const BLOCKS =
  'address, article, aside, caption, dd, details, div, dl, dt, figcaption, figure, footer, h1, h2, h3, h4, h5, h6, header, hr, img, li, main, nav, ol, option, p, section, summary, svg, table, tbody, td, th, thead, tr, ul';
/** Stand in a line, and keep apart what is on both sides of them. */
const CONTROLS = 'button, input, select';

/**
 * Words of two elements that stand side by side in one line with nothing between: to those who
 * do not see the styles, "2 months ago" and "29 April" are then "2 months ago29 April".
 */
export function joinedWords(page: HTMLElement): string[] {
  const nodes = textsOf(page).filter((node) => !node.parentElement?.closest('svg'));
  return nodes.flatMap((node, index) => {
    const next = nodes[index + 1];
    if (!next || !/[\p{L}\p{N}]$/u.test(node.data) || !/^[\p{L}\p{N}]/u.test(next.data)) return [];
    return isOneLine(page, node, next) ? [`${node.data}|${next.data}`] : [];
  });
}

function textsOf(page: HTMLElement): Text[] {
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) found.push(walker.currentNode);
  return found.filter(({ data }) => data !== '');
}

/** Whether two texts lie in the same block, without another block between them. */
function isOneLine(page: HTMLElement, one: Text, other: Text): boolean {
  const block = one.parentElement?.closest(BLOCKS) ?? page;
  if (block !== (other.parentElement?.closest(BLOCKS) ?? page)) return false;
  const range = document.createRange();
  range.setStart(one, one.length);
  range.setEnd(other, 0);
  return range.cloneContents().querySelector(`${BLOCKS}, ${CONTROLS}, br`) === null;
}
