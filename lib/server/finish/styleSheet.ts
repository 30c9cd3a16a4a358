import { LRUCache } from 'lru-cache';
import { readStyleSheet } from './readStyleSheet';
import type { Item } from './styleItems';

/** A style sheet that can be cut to what one page uses. */
export class StyleSheet {
  readonly #items: readonly Item[];
  /** All that its selectors ask for. */
  readonly #asked: readonly string[];
  /** What was cut out of it, by what of that was there: pages of one kind mostly use the same. */
  readonly #cuts = new LRUCache<string, string>({ max: 200 });

  constructor(items: readonly Item[]) {
    this.#items = items;
    this.#asked = [...new Set(this.#items.flatMap(needsOf))];
  }

  /**
   * The rules that can apply to a page, and of the custom properties those that they use.
   * @param used element names, `.class` and `#id` of everything in the page
   */
  usedBy(used: ReadonlySet<string>): string {
    const key = this.#asked.filter((need) => used.has(need)).join(' ');
    const known = this.#cuts.get(key);
    if (known !== undefined) return known;
    const kept = keep(this.#items, used);
    const cut = write(kept, neededProperties(kept));
    this.#cuts.set(key, cut);
    return cut;
  }
}

function needsOf(item: Item): readonly string[] {
  if (item.kind === 'group') return item.items.flatMap(needsOf);
  return item.kind === 'rule' ? item.selectors.flatMap(({ needs }) => needs) : [];
}

/** What style sheets hold, by their texts; a build has few. */
const read = new LRUCache<string, readonly Item[]>({ max: 16 });

/** Keeps what the text of a style sheet holds that was read before. */
export function keepStyleSheet(css: string, items: readonly Item[]): void {
  read.set(css, items);
}

function itemsOf(css: string): readonly Item[] {
  const items = read.get(css) ?? readStyleSheet(css);
  read.set(css, items);
  return items;
}

const joined = new LRUCache<string, StyleSheet>({ max: 8 });

/** Several style sheets as one, in their order; pages of one kind have the same. */
export function styleSheet(texts: readonly string[]): StyleSheet {
  const key = texts.join('');
  const sheet = joined.get(key) ?? new StyleSheet(texts.flatMap(itemsOf));
  joined.set(key, sheet);
  return sheet;
}

function keep(items: readonly Item[], used: ReadonlySet<string>): Item[] {
  return items.flatMap((item): Item[] => {
    if (item.kind === 'verbatim') return [item];
    if (item.kind === 'group') {
      const inner = keep(item.items, used);
      return inner.length === 0 ? [] : [{ ...item, items: inner }];
    }
    const selectors = item.selectors.filter(({ needs }) => needs.every((need) => used.has(need)));
    return selectors.length === 0 ? [] : [{ ...item, selectors }];
  });
}

/** The custom properties that any property of the page depends on, also by way of others. */
function neededProperties(items: readonly Item[]): Set<string> {
  const settings = new Map<string, string[]>();
  const needed = new Set<string>();
  const visit = (item: Item): void => {
    if (item.kind === 'group') for (const inner of item.items) visit(inner);
    else if (item.kind === 'verbatim') for (const name of item.uses) needed.add(name);
    else {
      for (const { sets, uses } of item.declarations) {
        if (sets === undefined) for (const name of uses) needed.add(name);
        else settings.set(sets, [...(settings.get(sets) ?? []), ...uses]);
      }
    }
  };
  for (const item of items) visit(item);
  // A set grows while it is walked, so this reaches what the needed ones refer to in turn.
  for (const name of needed) for (const used of settings.get(name) ?? []) needed.add(used);
  return needed;
}

function write(items: readonly Item[], needed: ReadonlySet<string>): string {
  return items
    .map((item) => {
      if (item.kind === 'verbatim') return item.text;
      if (item.kind === 'group') {
        const inner = write(item.items, needed);
        return inner === '' ? '' : `${item.head}{${inner}}`;
      }
      const declarations = item.declarations.filter(
        ({ sets }) => sets === undefined || needed.has(sets),
      );
      if (declarations.length === 0) return '';
      const selectors = item.selectors.map(({ text }) => text).join(',');
      return `${selectors}{${declarations.map(({ text }) => text).join(';')}}`;
    })
    .join('');
}
