import { ChangeListener } from '@/components/dev/ChangeListener';
import { DiagnosticsPanel } from '@/components/dev/DiagnosticsPanel';
import { diagnostics } from '@/lib/archive/queries/diagnostics';
import { pageOfFile } from '@/lib/archive/sync/targets';
import { moneyFindings } from '@/lib/publishing/moneyFindings';
import { publication } from '@/lib/publishing/publication';
import { routes } from '@/lib/site/routes';

/** What an editor sees beside the page under `npm run dev`. */
export async function DevelopmentTools() {
  const { database, rates } = await publication();
  const found = [...diagnostics(database), ...rates.findings, ...moneyFindings(database, rates)];
  const problems = found
    .map((problem) => ({ ...problem, page: pageOfFile(problem.file) }))
    .sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  return (
    <>
      <DiagnosticsPanel problems={problems} />
      <ChangeListener path={routes.changes()} />
    </>
  );
}
