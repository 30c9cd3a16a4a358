interface HtmlProps {
  /** HTML that lib/content/markdown made and sanitised. */
  readonly html: string;
  readonly className: string;
}

/** Rendered Markdown. */
export function Html({ html, className }: HtmlProps) {
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
