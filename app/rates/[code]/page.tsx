import type { Metadata } from 'next';
import { load } from '@/app/_site/load';
import { metadata } from '@/app/_site/metadata';
import { missing } from '@/app/_site/missing';
import { loadRates } from '@/app/_site/rates';
import { StructuredData } from '@/components/layout/StructuredData';
import { CurrencyView } from '@/components/rates/CurrencyView';
import { currencyCrumbs } from '@/lib/discovery/crumbs';
import { pageHead } from '@/lib/discovery/head';
import { pageGraph } from '@/lib/discovery/structuredData/graphs';
import { currencyHistory } from '@/lib/rates/currencyHistory';
import { CURRENCY_CODES, type CurrencyCode } from '@/lib/site/currencyCodes';
import { asked, routes } from '@/lib/site/routes';

interface Props {
  readonly params: Promise<{ code: string }>;
}

/** Addresses are in lower case; other spellings are sent on to these. */
function find(code: string): CurrencyCode | undefined {
  return CURRENCY_CODES.find((known) => known.toLowerCase() === code);
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const code = find((await params).code);
  if (code === undefined) return {};
  const { context } = await load(() => null);
  const { names, issuers, currency } = context.messages.rates;
  return metadata(
    pageHead(context, {
      title: currency.title(names[code]),
      description: currency.description(names[code], code, issuers[code]),
      path: routes.rate(code),
    }),
  );
}

export default async function CurrencyPage({ params }: Props) {
  const name = (await params).code;
  const code = find(name);
  if (code === undefined) return missing(asked.rate(name));
  const { context } = await load(() => null);
  const { rates, overviews } = await loadRates(context);
  const overview = overviews.find((one) => one.code === code);
  if (!overview) throw new Error(`${code} is not among the rates`);
  const history = overview.quote.kind === 'observed' ? currencyHistory(rates, code) : null;
  const { names, currency, issuers } = context.messages.rates;
  const facts = {
    path: routes.rate(code),
    name: currency.title(names[code]),
    description: currency.description(names[code], code, issuers[code]),
  };
  const crumbs = currencyCrumbs(context.messages, names[code]);
  return (
    <>
      <StructuredData graph={pageGraph(context, facts, crumbs)} />
      <CurrencyView overview={overview} history={history} context={context} />
    </>
  );
}
