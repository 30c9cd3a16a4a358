import type { Metadata } from 'next';
import { type ListProps, type ListRoute, listMetadata, listPage } from '@/app/_site/listRoute';
import { topicList } from '@/lib/archive/queries/namedLists';
import { asked, routes } from '@/lib/site/routes';

const route: ListRoute = {
  query: (reader, { slug = '' }, page) => topicList(reader, slug, page),
  path: ({ slug = '' }) => asked.topic(slug),
  parents: (messages) => [{ label: messages.home, path: routes.front() }],
  showSection: true,
};

export function generateMetadata(props: ListProps): Promise<Metadata> {
  return listMetadata(route, props);
}

export default function TopicPage(props: ListProps) {
  return listPage(route, props);
}
