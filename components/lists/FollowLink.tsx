import { feedOfList } from '@/lib/site/addresses';
import type { SitePath } from '@/lib/site/routes';
import type { ViewContext } from '../context';

interface FollowLinkProps {
  readonly list: SitePath;
  /** What the list is called. */
  readonly name: string;
  readonly context: ViewContext;
}

/** Leads to the feed of a list; nothing where it has none of its own. */
export function FollowLink({ list, name, context }: FollowLinkProps) {
  const feed = feedOfList(list);
  if (feed === null) return null;
  return (
    <p className="follow">
      <a href={feed}>{context.messages.list.follow(name)}</a>
    </p>
  );
}
