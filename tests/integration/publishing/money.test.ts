import { beforeEach, describe, expect, it } from 'vitest';
import { articleDetail } from '@/lib/archive/queries/article';
import { bodyHtml } from '@/lib/archive/queries/body';
import { staticPage } from '@/lib/archive/queries/pages';
import { hasErrors } from '@/lib/content/diagnostics';
import { moneyFindings } from '@/lib/publishing/moneyFindings';
import { readRates } from '@/lib/rates/files';
import { moneyConverter } from '@/lib/rates/money';
import { knownRates } from '@/lib/rates/rateBook';
import { brief, NOW, TestPublication } from '../../fixtures/publication';
import { slug } from '../../fixtures/slugs';
import { searchIn } from '../archive/search/mixed';
import { article, NEW } from '../badInput/case';

const RATES = 'rates/bank.csv';

let publication: TestPublication;

beforeEach(() => {
  publication = TestPublication.sound();
  const source = '- {id: bank, name: A bank, url: "https://bank.example", kind: official}\n';
  publication.write('rates/sources.yml', source + publication.text('rates/sources.yml'));
  publication.write(RATES, 'date,KGS\n2026-02-26,87.45\n');
});

const rates = () => knownRates(readRates(publication.folder, new Date(NOW)));

async function problems(): Promise<string[]> {
  await publication.sync();
  return moneyFindings(publication.database, rates()).map(brief);
}

/** The body of the article that is added to the sound ones. */
async function html(): Promise<string> {
  await publication.sync();
  return publication.read((reader) => {
    const detail = articleDetail(reader, slug('bad'));
    if (!detail) throw new Error('the article is not published');
    const { published, lang } = detail.article;
    const money = moneyConverter(rates(), reader.site, published.at, lang);
    return bodyHtml(reader, detail.body, { lang, money });
  });
}

describe('an amount in an article', () => {
  it('is followed by its value in dollars, with the rate in its title', async () => {
    publication.write(NEW, article('It cost :money[2.4bn KGS].'));
    expect(await html()).toBe(
      '<p>It cost <span class="money">2.4bn KGS <span class="converted" title="Converted at 1 USD = 87.45 KGS, A bank, 26 February 2026">(about $27.4m, converted)</span></span>.</p>\n',
    );
    expect(await problems()).toEqual([]);
  });

  it('is written as the language of the article has it, with a decimal comma', async () => {
    publication.write(NEW, article('Стоит :money[2,4 млрд KGS].', ['lang: ru']));
    const page = await html();
    expect(page).toContain('2,4 млрд KGS <span');
    expect(page).toContain('>(≈ 27,4 млн $)<');
    publication.write(NEW, article('It cost :money[2,4bn KGS].'));
    await publication.sync();
    expect(publication.problems()).toEqual([`${NEW}:9:16 error money`]);
  });

  it('takes the decimal comma of its language though the rest of the file is broken', async () => {
    publication.write(NEW, article('Стоит :money[2,4 млрд KGS].', ['lang: ru', 'topic: x']));
    await publication.sync();
    expect(publication.problems()).toEqual([`${NEW}:8:1 error unknown-field`]);
  });

  it('stands alone without a rate of the two weeks before', async () => {
    publication.write(RATES, 'date,KGS\n2026-02-18,87.45\n');
    publication.write(NEW, article('It cost :money[2.4bn KGS].'));
    expect(await html()).toBe('<p>It cost <span class="money">2.4bn KGS</span>.</p>\n');
    expect(await problems()).toEqual([`${NEW}:9:16 warning money-without-rate`]);
    publication.write(RATES, 'date,KGS\n2026-02-19,87.45\n');
    expect(await problems()).toEqual([]);
  });

  it('is found by searches and counted as it is written', async () => {
    publication.write(NEW, article('It cost :money[2.4bn KGS].'));
    await publication.sync();
    const opening = publication.read(
      (reader) => articleDetail(reader, slug('bad'))?.article.opening,
    );
    expect(opening).toBe('It cost 2.4bn KGS.');
    const { hits } = searchIn(publication, '"It cost 2.4bn KGS"', {}, NOW);
    expect(hits.map(({ card }) => card.slug)).toContain('bad');
  });
});

describe('the check of amounts', () => {
  it.each([
    ['a draft', 'draft: true'],
    ['a scheduled article', 'updated: 2026-12-02'],
  ])('looks at %s', async (_name, line) => {
    const text = article('It cost :money[1k KGS].', [line]);
    const scheduled = text.replace('date: 2026-03-05', 'date: 2026-12-01');
    publication.write(NEW, line.startsWith('draft') ? text : scheduled);
    publication.write(RATES, 'date,KGS\n2026-01-01,87.45\n');
    expect(await problems()).toEqual([`${NEW}:10:16 warning money-without-rate`]);
  });

  it("counts days in the site's time zone", async () => {
    publication.write(RATES, 'date,KGS\n2026-02-20,87.45\n');
    const written = (date: string) =>
      article('It cost :money[1k KGS].').replace('2026-03-05', date);
    publication.write(NEW, written('2026-03-06T18:59:00Z'));
    expect(await problems()).toEqual([]);
    publication.write(NEW, written('2026-03-06T19:00:00Z'));
    expect(await problems()).toEqual([`${NEW}:9:16 warning money-without-rate`]);
  });

  it('says that pages and profiles have no date, and leaves their amounts alone', async () => {
    publication.edit('pages/about.md', 'A newsroom of two.', 'A budget of :money[3 TMT].');
    publication.edit('authors/timur-rashidov.md', 'edits the', 'costs :money[1,5 млн KGS] in');
    expect(await problems()).toEqual([
      'authors/timur-rashidov.md:6:29 warning money-without-date',
      'pages/about.md:6:20 warning money-without-date',
    ]);
    const about = publication.read((reader) => {
      const page = staticPage(reader, slug('about'));
      return page && bodyHtml(reader, page.body);
    });
    expect(about).toContain('<span class="money">3 TMT</span>.');
  });

  it('leaves broken articles to their errors', async () => {
    publication.write(RATES, 'date,KGS\n2026-01-01,87.45\n');
    publication.write(NEW, article('It cost :money[1k KGS] and :money[x].'));
    expect(await problems()).toEqual([]);
    expect(publication.problems()).toEqual([`${NEW}:9:35 error money`]);
  });
});

describe('the publication that comes with the program', () => {
  it('shows amounts with their value in dollars', async () => {
    const sample = new TestPublication('content');
    await sample.sync();
    const known = knownRates(readRates('content'));
    expect(hasErrors(known.findings)).toBe(false);
    for (const name of [
      'how-an-official-rate-is-set',
      'reading-a-currency-rate',
      'what-a-remittance-costs',
      'kak-ustanavlivayut-ofitsialnyy-kurs',
    ]) {
      const page = sample.read((reader) => {
        const detail = articleDetail(reader, slug(name));
        if (!detail) throw new Error(`there is no article ${name}`);
        const { published, lang } = detail.article;
        const money = moneyConverter(known, reader.site, published.at, lang);
        return bodyHtml(reader, detail.body, { lang, money });
      });
      const amounts = page.match(/class="money"/g)?.length ?? 0;
      expect(amounts).toBeGreaterThan(1);
      expect(page.match(/class="converted" title="Converted at 1 USD = /g)).toHaveLength(amounts);
    }
  });
});
