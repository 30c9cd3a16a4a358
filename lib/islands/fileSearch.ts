/**
 * Searches a site that is files: no server is there to answer, so that only the browser can. It loads the index when
 * the first search is made, and no page but the one that searches has it.
 */
import { besides, type Filters, type Found } from './fileSearch/besides';
import { pagefind } from './fileSearch/pagefind';
import { renderHit } from './fileSearch/renderHit';

const AT_ONCE = 10;

const place = document.querySelector<HTMLElement>('[data-file-search]');
const form = document.querySelector<HTMLFormElement>('main form[role="search"]');
const heading = document.querySelector('h1');
const status = place?.querySelector('p');
const list = place?.querySelector('div');
const more = place?.querySelector('button');
const pattern = place?.querySelector('template');
const help = place?.nextElementSibling;
const words = place?.dataset ?? {};
let results: readonly Found[] = [];
let shown = 0;
/** Counts searches, so that a slow one does not write over a later one. */
let latest = 0;

/** As the server reads it: what the address asks for. */
function asked(): URLSearchParams {
  return new URLSearchParams(location.search);
}

async function search(): Promise<void> {
  const query = asked();
  const text = query.get('q')?.trim() ?? '';
  fillForm(query);
  latest += 1;
  const own = latest;
  list?.replaceChildren();
  results = [];
  shown = 0;
  if (help instanceof HTMLElement) help.hidden = text !== '';
  if (text === '') return say('');
  document.title = document.title.replace(/^.*(?= · )/, title(text));
  if (heading) heading.textContent = title(text);
  say(words.searching ?? '');
  try {
    const [engine, beside] = await Promise.all([pagefind(), besides()]);
    const filters = filtersOf(query);
    const found = await engine.search(text, { filters });
    if (own !== latest) return;
    results = beside.with(found.results, text, filters);
    say(results.length === 0 ? (words.nothing ?? '') : counted(results.length));
    if (help instanceof HTMLElement) help.hidden = results.length > 0;
    await showMore(own);
  } catch (error) {
    if (own === latest) say(words.failed ?? '');
    throw error;
  }
}

async function showMore(own = latest): Promise<void> {
  const next = results.slice(shown, shown + AT_ONCE);
  const hits = await Promise.all(next.map((result) => result.data()));
  if (own !== latest || !pattern) return;
  shown += next.length;
  list?.append(...hits.map((hit) => renderHit(pattern, hit, words)));
  const row = more?.parentElement;
  if (row) row.hidden = shown >= results.length;
}

/** Years are a range for readers, and one value each for the index. */
function filtersOf(query: URLSearchParams): Filters {
  const filters: Filters = {};
  for (const name of ['section', 'country', 'author']) {
    const value = query.get(name);
    if (value) filters[name] = { any: [value] };
  }
  const years = [...(form?.querySelectorAll<HTMLOptionElement>('select[name="from"] option') ?? [])]
    .map(({ value }) => value)
    .filter((value) => value !== '');
  const [from, to] = [query.get('from') || '0', query.get('to') || '9999'].sort();
  const wanted = years.filter((year) => year >= (from ?? '') && year <= (to ?? ''));
  // Of no year at all there is nothing; an empty list would be no filter.
  if (wanted.length < years.length) filters.year = { any: wanted.length > 0 ? wanted : ['-'] };
  return filters;
}

function fillForm(query: URLSearchParams): void {
  for (const field of form?.elements ?? []) {
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      field.value = query.get(field.name) ?? '';
    }
  }
}

function title(text: string): string {
  return (words.title ?? '#').replace('#', () => text);
}

function counted(total: number): string {
  const number = total.toLocaleString(document.documentElement.lang);
  return ((total === 1 ? words.one : words.other) ?? '#').replace('#', number);
}

function say(text: string): void {
  if (!status) return;
  status.textContent = text;
  status.hidden = text === '';
}

more?.addEventListener('click', () => showMore());
search();
