import type { Metadata } from 'next';
import { load } from '@/app/_site/load';
import { metadata } from '@/app/_site/metadata';
import { StructuredData } from '@/components/layout/StructuredData';
import { PeopleView } from '@/components/people/PeopleView';
import { people } from '@/lib/archive/queries/people';
import { pageHead } from '@/lib/discovery/head';
import { peopleGraph } from '@/lib/discovery/structuredData/listGraphs';
import { routes } from '@/lib/site/routes';

export async function generateMetadata(): Promise<Metadata> {
  const { context } = await load(() => null);
  const { people: title, peopleIntroduction: description } = context.messages;
  return metadata(pageHead(context, { title, description, path: routes.people() }));
}

export default async function PeoplePage() {
  const { model, context } = await load(people);
  return (
    <>
      <StructuredData graph={peopleGraph(context, model)} />
      <PeopleView people={model} context={context} />
    </>
  );
}
