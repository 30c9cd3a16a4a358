import type { Diagnostic } from '@/lib/content/diagnostics';
import type { ViewContext } from '../context';

interface ProblemListProps {
  readonly problems: readonly Diagnostic[];
  readonly context: ViewContext;
}

/** A page for a glance: "npm run check" lists all. */
const MOST = 20;

/** What is wrong with the content: the errors first, and of many the first. */
export function ProblemList({ problems, context }: ProblemListProps) {
  const words = context.messages.status.problems;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const shown = [...errors, ...warnings].slice(0, MOST);
  return (
    <section>
      <h2 className="section-heading">{words.heading}</h2>
      <p>{problems.length === 0 ? words.none : words.count(errors.length, warnings.length)}</p>
      {shown.length === 0 ? null : (
        // The messages are those of the check, which are in English whatever the site's language is.
        <ul className="status-problems" lang="en">
          {shown.map(({ file, line, column, severity, rule, message }) => (
            <li key={`${file}:${line}:${column} ${rule} ${message}`}>
              <code>{`${file}:${line}:${column}`}</code> {severity} {rule}: {message}
            </li>
          ))}
        </ul>
      )}
      {problems.length > MOST ? <p>{words.more(problems.length - MOST)}</p> : null}
    </section>
  );
}
