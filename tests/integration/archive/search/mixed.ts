import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SearchResults, search } from '@/lib/archive/search/search';
import { generatePublication } from '@/lib/cli/bench/generate/publication';
import type { SearchRequest } from '@/lib/site/searchRequest';
import { TestPublication } from '../../../fixtures/publication';

/** The day on which the searches are made: all of the sample publication is out but its drafts. */
export const TODAY = Date.parse('2026-11-23T06:00:00Z');

const GENERATED = 2_000;

/**
 * What the generated articles say in passing, in turns: their own language is invented, and would
 * leave every real word to the sample's articles.
 */
const MENTIONS = [
  'Officials in Tashkent spoke about the rate of the water in the river.',
  'The bank in Almaty set its price, and the summit in Samarkand came to an end.',
  'A trial began; the court named nobody, and the law says little of children.',
  'A picture of the airport was checked, and the poll was read with care.',
  'The glacier, the storm and the dust were in the news of that year.',
  'Курс тенге в Ташкенте не изменился, сказал официальный представитель банка.',
  'Electricity, inflation and remittances were on the list of the day.',
  'The currency of Kyrgyzstan and the transit of goods through Kazakhstan were discussed.',
  'Corrections were made to the table, and the bill became law in general terms.',
  'The name of the town is written in two ways by the people who live there.',
  // Of what the sample's headlines are about, more often than the sample says it.
  'A dust storm, a second dust storm and then a third: every dust storm of that year was a storm of dust.',
  'An opinion poll, and one more opinion poll; whoever read the opinion poll had an opinion of the poll.',
  'The glacier above the glacier fed a river, and a table of the river flow had the flow of that river.',
  'One transit corridor was a corridor in name, another transit corridor was in transit, a third was closed.',
  'Crypto, said the gamble of crypto; the hostage trial was a trial, and the airport an airport.',
  'The official rate was set, the official rate was set again, and a currency rate was read: rate by rate.',
  'Инфляция и официальный курс: официальный курс устанавливают, и курс устанавливают вновь.',
  'A kilowatt-hour, a remittance, an inflation figure: a remittance costs, an inflation figure measures inflation.',
  'A law on crimes against children, a tougher law on crimes, and a bill that becomes law in general.',
  'The summit communique says what a summit says; the EU and Central Asia had a summit, and the CSTO a summit.',
];

/**
 * The sample publication among many generated articles that mention the same things.
 * @param folder an empty one
 */
export async function mixedPublication(folder: string): Promise<TestPublication> {
  const publication = new TestPublication(folder);
  await generatePublication(publication.folder, GENERATED);
  const articles = join(publication.folder, 'articles');
  const files = readdirSync(articles, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort();
  files.forEach((name, index) => {
    const file = join(articles, name);
    const text = readFileSync(file, 'utf8');
    const mentioned = [index, index + 7].map((place) => MENTIONS[place % MENTIONS.length]);
    writeFileSync(file, `${text}\n${mentioned.join('\n\n')}\n`);
  });
  const generated = publication.text('sections.yml');
  cpSync('content', publication.folder, { recursive: true });
  publication.write('sections.yml', `${publication.text('sections.yml')}\n${generated}`);
  await publication.sync();
  return publication;
}

/** Answers a search as the search page does. */
export function searchIn(
  publication: TestPublication,
  text: string,
  wish: Partial<SearchRequest> = {},
  now = TODAY,
): SearchResults {
  const none = { section: null, country: null, author: null, from: null, to: null, page: 1 };
  const results = publication.read((reader) => search(reader, { ...none, text, ...wish }), now);
  if (results === null) throw new Error('There is no such page of results');
  return results;
}
