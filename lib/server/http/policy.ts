import type { FinishedHtml } from '../finish/finishHtml';

/**
 * What a page may do (Content Security Policy Level 3): run the site's own islands and the inline
 * scripts that it came with, show its own pictures, and nothing else; and be framed by nobody.
 */
export function contentSecurityPolicy({
  scripts,
  styles,
}: Pick<FinishedHtml, 'scripts' | 'styles'>): string {
  return [
    "default-src 'none'",
    ['script-src', "'self'", ...scripts].join(' '),
    ['style-src', ...(styles.length > 0 ? styles : ["'none'"])].join(' '),
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What every page may not do, whatever it holds; a policy within a page cannot say by whom it may be framed. */
export const POLICY_OF_ALL = "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

/**
 * The policy of a page as it stands in the page itself, in double quotation marks.
 * @param runsWasm whether it runs WebAssembly of this site
 */
export function policyInPage(
  page: Pick<FinishedHtml, 'scripts' | 'styles'>,
  { runsWasm }: { readonly runsWasm: boolean },
): string {
  const scripts = runsWasm ? ["'wasm-unsafe-eval'", ...page.scripts] : page.scripts;
  return contentSecurityPolicy({ ...page, scripts }).replace("; frame-ancestors 'none'", '');
}
