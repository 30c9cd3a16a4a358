import type { Html } from 'mdast';
import { spanOf } from '../places';
import type { Report } from '../report';

const OPENING_TAG = /^<([a-z][a-z0-9-]*)/i;

/** Raw HTML, which never reaches the page. A closing tag goes without saying. */
export function checkHtml(html: Html, inline: boolean, report: Report): void {
  const value = html.value.trimStart();
  if (inline && value.startsWith('</')) return;
  report.warn(spanOf(html), { rule: 'raw-html', message: messageFor(value, inline) });
}

function messageFor(value: string, inline: boolean): string {
  if (value.startsWith('<!--')) {
    return 'Comments are left out of the page, but everyone can read them in the source; delete this one.';
  }
  const tag = OPENING_TAG.exec(value)?.[1];
  const what = tag ? `the tag <${tag}>` : 'this';
  return inline
    ? `HTML is not taken over: ${what} is left out and the text around it stays. Use Markdown.`
    : `HTML is not taken over: everything from ${what} to the next blank line is left out. Use Markdown or a block such as :::figure.`;
}
