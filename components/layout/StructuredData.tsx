import type { Graph } from 'schema-dts';
import { serialise } from '@/lib/discovery/structuredData/serialise';

/** What a page says of itself to programs (JSON-LD); browsers take no notice of it. */
export function StructuredData({ graph }: { readonly graph: Graph }) {
  return (
    <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: serialise(graph) }} />
  );
}
