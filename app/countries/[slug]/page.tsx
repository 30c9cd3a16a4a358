import type { Metadata } from 'next';
import { type ListProps, type ListRoute, listMetadata, listPage } from '@/app/_site/listRoute';
import { countryList } from '@/lib/archive/queries/namedLists';
import { asked, routes } from '@/lib/site/routes';

const route: ListRoute = {
  query: (reader, { slug = '' }, page) => countryList(reader, slug, page),
  path: ({ slug = '' }) => asked.country(slug),
  parents: (messages) => [{ label: messages.home, path: routes.front() }],
  showSection: true,
};

export function generateMetadata(props: ListProps): Promise<Metadata> {
  return listMetadata(route, props);
}

export default function CountryPage(props: ListProps) {
  return listPage(route, props);
}
