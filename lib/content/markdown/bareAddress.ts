import type { Link } from 'mdast';

/** Whether a link shows nothing but its own address. */
export function isBareAddress(link: Link): boolean {
  const [only] = link.children;
  if (link.children.length !== 1 || only?.type !== 'text' || !/^https?:/.test(link.url))
    return false;
  return link.url === only.value || link.url === `http://${only.value}`;
}
