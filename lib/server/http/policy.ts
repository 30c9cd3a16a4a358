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
