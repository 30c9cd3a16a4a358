import { LRUCache } from 'lru-cache';
import postcss from 'postcss';
import { requirements } from './selectors';

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

const sheets = new LRUCache<string, StyleSheet>({ max: 8 });

/** The style sheet of a text; all pages have the same few. */
export function styleSheet(css: string): StyleSheet {
  return sheets.get(css) ?? putStyleSheet(css, readStyleSheet(css));
}

/** Keeps the style sheet of a text that was read before. */
export function putStyleSheet(css: string, items: readonly Item[]): StyleSheet {
  const made = new StyleSheet(items);
  sheets.set(css, made);
  return made;
}

/** Reads the text of a style sheet. */
export function readStyleSheet(css: string): Item[] {
  return compile(postcss.parse(css).nodes);
}

interface Declaration {
  readonly text: string;
  /** The custom property that it sets, if it does. */
  readonly sets: string | undefined;
  /** Custom properties that its value refers to. */
  readonly uses: readonly string[];
}

interface Rule {
  readonly kind: 'rule';
  readonly selectors: readonly { readonly text: string; readonly needs: readonly string[] }[];
  readonly declarations: readonly Declaration[];
}

interface Group {
  readonly kind: 'group';
  readonly head: string;
  readonly items: readonly Item[];
}

/** What is kept as it is: statements, key frames, rules nested in rules. */
interface Verbatim {
  readonly kind: 'verbatim';
  readonly text: string;
  readonly uses: readonly string[];
}

/** A part of a style sheet; it can be written as JSON. */
export type Item = Rule | Group | Verbatim;

const GROUPS = new Set(['media', 'supports', 'layer', 'container', 'scope', 'starting-style']);

function compile(nodes: readonly postcss.ChildNode[]): Item[] {
  return nodes.flatMap((node): Item[] => {
    if (node.type === 'comment') return [];
    if (node.type === 'atrule' && node.nodes && GROUPS.has(node.name)) {
      const head = `@${node.name}${node.params === '' ? '' : ` ${node.params}`}`;
      return [{ kind: 'group', head, items: compile(node.nodes) }];
    }
    if (node.type === 'rule' && node.nodes.every(({ type }) => type === 'decl')) {
      const declarations = node.nodes.flatMap((child) =>
        child.type === 'decl' ? [declaration(child)] : [],
      );
      const selectors = node.selectors.map((text) => ({ text, needs: requirements(text) }));
      return [{ kind: 'rule', selectors, declarations }];
    }
    const text = node.toString();
    const isStatement = node.type === 'atrule' && node.nodes === undefined;
    return [{ kind: 'verbatim', text: isStatement ? `${text};` : text, uses: variables(text) }];
  });
}

function declaration(node: postcss.Declaration): Declaration {
  return {
    text: node.toString(),
    sets: node.prop.startsWith('--') ? node.prop : undefined,
    uses: variables(node.value),
  };
}

function variables(value: string): string[] {
  return [...value.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name = '']) => name);
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
