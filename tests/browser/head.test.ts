import { beforeAll, describe, expect, inject, it } from 'vitest';
import { PAGES } from './support/pages';
import { type Survey, surveyOf } from './support/survey';
import { browse, type Visit } from './support/visit';

const go = browse();

describe.each(PAGES)('$kind ($path)', ({ path, status, heading, isListed }) => {
  const isFound = status === 200;
  let visit: Visit;
  let survey: Survey;

  beforeAll(async () => {
    visit = await go(path);
    survey = await surveyOf(visit.page);
  });

  it(`answers ${status} and reports no fault`, () => {
    expect(visit.status).toBe(status);
    // Chromium reports the status of a page that is not found as a fault of its own.
    const itself = `(${inject('address')}${path})`;
    expect(visit.faults.filter((fault) => isFound || !fault.includes(itself))).toEqual([]);
  });

  it('asks nobody but the site for anything', () => {
    expect(visit.requests.length).toBeGreaterThan(0);
    const foreign = visit.requests.filter(
      (url) => !url.startsWith(`${inject('address')}/`) && !url.startsWith('data:'),
    );
    expect(foreign).toEqual([]);
  });

  it('has one main heading and one main part', () => {
    expect(survey.landmarks).toEqual({ main: 1, h1: 1, h1InMain: 1 });
    expect(survey.headings[0]).toEqual({ level: 1, text: heading });
  });

  it('steps through its heading levels without a gap', () => {
    const { headings } = survey;
    const gaps = headings.filter(({ level }, index) => {
      return level > (headings[index - 1]?.level ?? 0) + 1;
    });
    expect(gaps).toEqual([]);
  });

  it('has one title, with its heading and the name of the site, and a language', () => {
    expect(survey.titles).toEqual([expect.stringContaining(heading)]);
    expect(survey.titles).toEqual([expect.stringContaining('Saxaul Courier')]);
    expect(survey.lang).toBe('en');
  });

  it('describes every picture and every date for machines', () => {
    expect(survey.unfinishedPictures).toEqual([]);
    expect(survey.unfinishedDates).toEqual([]);
  });

  it('has one absolute canonical address, but none where nothing is found', () => {
    const [withoutQuery] = path.split('?');
    expect(survey.canonical).toEqual(isFound ? [`${inject('publicAddress')}${withoutQuery}`] : []);
  });

  it('tells browsers how the site is searched', async () => {
    const link = visit.page.locator('head > link[rel="search"]');
    expect(await link.getAttribute('type')).toBe('application/opensearchdescription+xml');
    expect(await link.getAttribute('title')).toBe('Saxaul Courier');
    const description = await fetch(`${inject('address')}${await link.getAttribute('href')}`);
    expect(description.headers.get('content-type')).toContain('opensearchdescription+xml');
  });

  it('describes itself to search engines, or keeps out of them', () => {
    expect(survey.descriptions).toHaveLength(1);
    for (const text of survey.descriptions) expect(text.length).toBeGreaterThan(20);
    expect(survey.robots.some((text) => text.includes('noindex'))).toBe(!isListed);
  });
});
