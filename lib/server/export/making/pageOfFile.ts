import type { SitePath } from '@/lib/site/routes';
import { isSearch } from '@/lib/site/routes';
import type { FinishedHtml } from '../../finish/finishHtml';
import { policyInPage } from '../../http/policy';

const CHARSET = /<meta charset="utf-8"\s*\/?>/i;

/**
 * A finished page with its policy within it: few hosts of files could send one of its own with each. Before it stands
 * nothing but the encoding, which browsers look for in the first kilobyte.
 * @throws Error for a page that does not say its encoding
 */
export function pageOfFile(finished: FinishedHtml, address: SitePath): FinishedHtml {
  const [head = '', ...rest] = finished.parts;
  const charset = CHARSET.exec(head);
  if (charset === null) throw new Error(`The page ${address} does not say its encoding`);
  // The index of searches runs as WebAssembly.
  const policy = policyInPage(finished, { runsWasm: isSearch(address) });
  const end = charset.index + charset[0].length;
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}"/>`;
  return { ...finished, parts: [head.slice(0, end) + meta + head.slice(end), ...rest] };
}
