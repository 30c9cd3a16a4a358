import type { Diagnostic } from '@/lib/content/diagnostics';

/** A problem, and the page on which it would show. */
export interface PageProblem extends Diagnostic {
  readonly page: string | null;
}

interface DiagnosticsPanelProps {
  readonly problems: readonly PageProblem[];
}

const MOST = 20;

/** Lists what is wrong with the content, over the page that an editor looks at while writing. */
export function DiagnosticsPanel({ problems }: DiagnosticsPanelProps) {
  if (problems.length === 0) return null;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  return (
    <details className="dev-panel" data-dev-panel="" open={errors > 0}>
      <summary>
        {`${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'} in the content`}
      </summary>
      <ol>
        {problems.slice(0, MOST).map(({ file, line, column, severity, rule, message, page }) => (
          <li key={`${file} ${line} ${column} ${rule} ${message}`} data-page={page}>
            <code>{`${file}:${line}:${column}`}</code> <strong>{severity}</strong> {rule}: {message}
          </li>
        ))}
      </ol>
      {problems.length > MOST ? (
        <p>{`and ${problems.length - MOST} more; "npm run check" lists all`}</p>
      ) : null}
    </details>
  );
}
