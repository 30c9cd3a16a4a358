import { pageCrumbs } from '@/lib/discovery/crumbs';
import type { RateOverview } from '@/lib/rates/overview';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { Breadcrumb } from '../layout/Breadcrumb';
import { Converter, type ConverterModel } from './Converter';
import { RatesTable } from './RatesTable';

interface RatesViewProps {
  readonly overviews: readonly RateOverview[];
  readonly converter: ConverterModel;
  readonly context: ViewContext;
}

export function RatesView({ overviews, converter, context }: RatesViewProps) {
  const { messages, site } = context;
  const { rates } = messages;
  const isLocal = site.ticker.direction === 'local-usd';
  return (
    <div className="wrap rates">
      <Breadcrumb crumbs={pageCrumbs(messages, rates.heading)} context={context} />
      <header className="page-head">
        <h1>{rates.heading}</h1>
        <p className="standfirst">{rates.page.introduction}</p>
      </header>
      <RatesTable overviews={overviews} context={context} />
      <div className="rates-below">
        <Converter model={converter} context={context} />
        <div className="rates-notes">
          <p>{rates.page.provenance}</p>
          <p>{isLocal ? rates.page.localSigns : rates.page.dollarSigns}</p>
          <p>
            <a href={routes.ratesApi()} rel="nofollow">
              {rates.page.api}
            </a>
          </p>
        </div>
      </div>
    </div>
  );
}
