import type { Metadata } from 'next';
import { islands } from '@/app/_site/islands';
import { load } from '@/app/_site/load';
import { metadata } from '@/app/_site/metadata';
import { loadRates } from '@/app/_site/rates';
import { IslandScript } from '@/components/layout/IslandScript';
import { StructuredData } from '@/components/layout/StructuredData';
import { RatesView } from '@/components/rates/RatesView';
import { pageHead } from '@/lib/discovery/head';
import { pageGraph } from '@/lib/discovery/structuredData/graphs';
import { answerQuestion, converterCurrencies, readQuestion } from '@/lib/rates/conversion';
import { routes } from '@/lib/site/routes';

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { context } = await load(() => null);
  const { heading: title, page } = context.messages.rates;
  const { description } = page;
  return metadata(pageHead(context, { title, description, path: routes.rates() }));
}

export default async function RatesPage({ searchParams }: Props) {
  const query = await searchParams;
  const { context } = await load(() => null);
  const { overviews } = await loadRates(context);
  const currencies = converterCurrencies(overviews);
  const { question, isAsked } = readQuestion({
    amount: one(query.amount),
    from: one(query.from),
    to: one(query.to),
  });
  const conversion = isAsked ? answerQuestion(question, currencies) : ({ kind: 'none' } as const);
  return (
    <>
      <StructuredData
        graph={pageGraph(context, {
          path: routes.rates(),
          name: context.messages.rates.heading,
          description: context.messages.rates.page.description,
        })}
      />
      <RatesView
        overviews={overviews}
        converter={{ currencies, question, conversion }}
        context={context}
      />
      <IslandScript name="converter" path={routes.island(islands().files.converter)} />
    </>
  );
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
