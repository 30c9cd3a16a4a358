import type { SitePath } from '@/lib/site/routes';

interface IslandScriptProps {
  /** Name of the island, by which lib/server knows what to keep. */
  readonly name: string;
  readonly path: SitePath;
}

/** An enhancement in a file of its own: fetched after all else, run when the page stands. */
export function IslandScript({ name, path }: IslandScriptProps) {
  return <script type="module" src={path} fetchPriority="low" data-island={name} />;
}
