interface EarlyScriptProps {
  /** The bundled island `early`. */
  readonly code: string;
}

/** Runs before the first paint, so that nothing flashes; a policy names it by its hash. */
export function EarlyScript({ code }: EarlyScriptProps) {
  return <script data-island="early" dangerouslySetInnerHTML={{ __html: code }} />;
}
