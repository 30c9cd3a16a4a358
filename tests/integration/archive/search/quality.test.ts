import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPublication } from '../../../fixtures/publication';
import { mixedPublication, searchIn, TODAY } from './mixed';

const folder = mkdtempSync(join(tmpdir(), 'saxaul-mixed-'));
let publication: TestPublication;

beforeAll(async () => {
  publication = await mixedPublication(folder);
}, 240_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const RATE = 'how-an-official-rate-is-set';
const KURS = 'kak-ustanavlivayut-ofitsialnyy-kurs';
const NAMES = 'one-name-two-scripts';
const GLACIER = 'a-year-in-the-life-of-a-glacier';
const TRIAL = 'almaty-airport-hostage-trial';
const SUMMIT = 'first-eu-central-asia-summit';
const CSTO = 'csto-future-in-doubt';
const LAW = 'tougher-law-on-crimes-against-children';
const CRYPTO = 'central-asia-crypto-gamble';
const REMITTANCE = 'what-a-remittance-costs';
const INFLATION = 'what-an-inflation-figure-measures';
const TRANSIT = 'what-is-a-transit-corridor';
const POLL = 'how-to-read-an-opinion-poll';
const RIVER = 'how-to-read-a-river-flow-table';

it('is looked for among two thousand generated articles', () => {
  const sample = readdirSync('content/articles', { recursive: true, encoding: 'utf8' });
  const own = new Set(sample.map((file) => basename(file, '.md')));
  const [ours, generated] = [true, false].map((isOwn) =>
    publication.slugs({ kind: 'all' }, TODAY).filter((slug) => own.has(slug) === isOwn),
  );
  expect(ours).toEqual(expect.arrayContaining([RATE, TRIAL, NAMES]));
  expect(generated).toHaveLength(2_000);
});

describe('the first article found', () => {
  it.each([
    // What stands in a headline
    ['official rate', RATE],
    ['how is the official rate set', RATE],
    ['transit corridor', TRANSIT],
    ['crypto', CRYPTO],
    ['opinion poll', POLL],
    ['dust storm', 'where-a-dust-storm-begins'],
    ['kilowatt-hour', 'what-a-kilowatt-hour-buys'],
    ['river flow table', RIVER],
    ['table river flow', RIVER],
    ['what a summit communique says', 'what-a-summit-communique-says'],
    ['how a bill becomes law', 'how-a-bill-becomes-law-in-general'],
    ['hostage trial airport', TRIAL],
    ['CSTO', CSTO],
    ['EU Central Asia summit', SUMMIT],
    // One and many, and other forms of a word
    ['remittances', REMITTANCE],
    ['glaciers', GLACIER],
    ['inflation figures', INFLATION],
    ['transit corridors', TRANSIT],
    ['checking pictures', 'how-we-check-a-picture'],
    ['handling corrections', 'how-we-handle-corrections'],
    ["journalist's corrections", 'how-we-handle-corrections'],
    // The beginning of the last word
    ['hydro', RIVER],
    ['remitt', REMITTANCE],
    ['crypto gam', CRYPTO],
    ['opinion po', POLL],
    // Slips
    ['glacer', GLACIER],
    ['remitance', REMITTANCE],
    ['inflaton', INFLATION],
    ['trasnit corridor', TRANSIT],
    ['opinon poll', POLL],
    ['corections', 'how-we-handle-corrections'],
    ['sumit communique', 'what-a-summit-communique-says'],
    ['hostge trial', TRIAL],
    // Cyrillic
    ['официальный курс', KURS],
    ['как устанавливают курс', KURS],
    ['устанавливают', KURS],
    ['курсы официальные устанавливают', KURS],
    ['Тошкент', NAMES],
    // One word in the letters of a language that the reader knows
    ['тенге', KURS],
    ['tenge', 'reading-a-currency-rate'],
    ['tenge official rate', RATE],
    // Two languages' spellings, with and without marks
    ['Toshkent', NAMES],
    ['ОДКБ', CSTO],
    ['Collective Security Treaty Organization', CSTO],
    ['ofitsialnyy kurs ustanavlivayut', KURS],
    ['communiqué', 'what-a-summit-communique-says'],
    ['Samarqand summit EU', SUMMIT],
    ['Самарканд summit EU', SUMMIT],
    ['Alma-Ata airport trial', TRIAL],
    ['Qazaqstan crimes against children law', LAW],
    ['Казахстан crimes against children', LAW],
    // Cases, in the languages that readers type
    ['официального курса', KURS],
    ['Ташкента', NAMES],
    ['Ташкентский', NAMES],
    ['Toshkentda', NAMES],
    ['в Самарканде summit EU', SUMMIT],
    ['Казахстанда crimes against children', LAW],
    // Names as other newsrooms spell them
    ['Мирзиёев', SUMMIT],
    ['Tokaev airport', TRIAL],
    ['Токаев airport', TRIAL],
    ['Орол', 'where-a-dust-storm-begins'],
    // What readers ask
    ['bitcoin mining', CRYPTO],
    ['electricity tariff', 'what-a-kilowatt-hour-buys'],
    ['consumer prices', INFLATION],
    ['sending money home', REMITTANCE],
    ['margin of error', POLL],
    ['reverse image search', 'how-we-check-a-picture'],
    ['mistakes', 'how-we-handle-corrections'],
    ['currency rate', 'reading-a-currency-rate'],
    ['currency', 'reading-a-currency-rate'],
    ['one name', NAMES],
    ['Latin alphabet', NAMES],
    ['EU–Central Asia', SUMMIT],
    ['Armenia CSTO', CSTO],
    ['dust/storm', 'where-a-dust-storm-begins'],
    ['samarkand', SUMMIT],
    ['almaty', TRIAL],
    ['glacier', GLACIER],
    ['river', RIVER],
    ['general', 'how-a-bill-becomes-law-in-general'],
    // Side by side
    ['"opinion poll"', POLL],
    ['“official rate” set', RATE],
    ['«официальный курс»', KURS],
    ['"crimes against children"', LAW],
    ['"unpaid share"', CSTO],
    ['"margin of eror"', POLL],
    // Left out
    ['law -children', 'how-a-bill-becomes-law-in-general'],
  ])('for %s is %s', (text, expected) => {
    const { hits } = searchIn(publication, text);
    expect(hits[0]?.card.slug).toBe(expected);
  });

  it.each([
    ['law', { country: 'kazakhstan', from: 2025 }, LAW],
    ['rate', { section: 'business', from: 2026 }, RATE],
    ['summit', { from: 2025, to: 2025 }, SUMMIT],
    ['summit', { from: 2026 }, 'what-a-summit-communique-says'],
    ['airport', { author: 'aliya-haidar' }, TRIAL],
  ] as const)('for %s within %j is %s', (text, wish, expected) => {
    expect(searchIn(publication, text, wish).hits[0]?.card.slug).toBe(expected);
  });
});

describe('what is found by its name', () => {
  it.each([
    ['Aliya Haidar', '/people/aliya-haidar'],
    ['haidar', '/people/aliya-haidar'],
    ['Алия', '/people/aliya-haidar'],
    ['Алия Хайдар', '/people/aliya-haidar'],
    ['Алии Хайдар', '/people/aliya-haidar'],
    ['Haydar', '/people/aliya-haidar'],
    ['aliya hayder', '/people/aliya-haidar'],
    ['Сейткали', '/people/daniyar-seitkali'],
    ['Огулбиби Аннаева', '/people/ogulbibi-annayeva'],
    ['Нодиры Юлдашевой', '/people/nodira-yuldasheva'],
    ['Фарруха Назарова', '/people/farrukh-nazarov'],
    ["Gulnara Toktosunova's", '/people/gulnara-toktosunova'],
    ['Токтосуновой', '/people/gulnara-toktosunova'],
    ['Узбекистана', '/countries/uzbekistan'],
    ['Қазақстанда', '/countries/kazakhstan'],
    ['exchange rates', '/topics/exchange-rates'],
    ['Kirgizstan', '/countries/kyrgyzstan'],
    ['Узбекистан', '/countries/uzbekistan'],
    ['environment', '/sections/environment'],
    ['corrections policy', '/corrections-policy'],
  ])('%s leads to %s', (text, path) => {
    expect(searchIn(publication, text).names.map((name) => name.path)).toContain(path);
  });
});

describe('what was meant', () => {
  it('is looked for, and said, where what was asked for is nowhere', () => {
    expect(searchIn(publication, 'glacer river')).toMatchObject({ instead: 'glacier river' });
    expect(searchIn(publication, 'glacier')).toMatchObject({ instead: null });
  });

  it('is not guessed where a name or a spelling is known', () => {
    for (const text of ['Aliya', 'Алии Хайдар', 'Хоруғ', 'Ташкента']) {
      expect(searchIn(publication, text)).toMatchObject({ instead: null });
    }
  });

  it('is written as articles and people write it', () => {
    const said = (text: string) => searchIn(publication, text).instead;
    expect(said('Uzbekstan')).toBe('Uzbekistan');
    expect(said('курсс тенге')).toBe('курс тенге');
    expect(said('aliya hayder')).toBe('aliya Haidar');
    expect(said('"margin of eror" poll')).toBe('"margin of error" poll');
  });
});
