import type { Metadata } from 'next';
import { type ListProps, type ListRoute, listMetadata, listPage } from '@/app/_site/listRoute';
import { sectionList } from '@/lib/archive/queries/namedLists';
import { asked, routes } from '@/lib/site/routes';

const route: ListRoute = {
  query: (reader, { slug = '' }, page) => sectionList(reader, slug, page),
  path: ({ slug = '' }) => asked.section(slug),
  parents: (messages) => [{ label: messages.home, path: routes.front() }],
  showSection: false,
};

export function generateMetadata(props: ListProps): Promise<Metadata> {
  return listMetadata(route, props);
}

export default function SectionPage(props: ListProps) {
  return listPage(route, props);
}
