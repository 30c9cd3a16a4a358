import type {
  Conversion,
  ConverterCode,
  ConverterCurrency,
  ConverterQuestion,
} from '@/lib/rates/conversion';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { RateDate, rateDay } from './RateDate';

export interface ConverterModel {
  readonly currencies: readonly ConverterCurrency[];
  readonly question: ConverterQuestion;
  readonly conversion: Conversion;
}

interface ConverterProps {
  readonly model: ConverterModel;
  readonly context: ViewContext;
}

/**
 * A plain form that the server answers; an island answers at once where scripts run. What it needs
 * stands in the options: their rates, or why they have none.
 */
export function Converter({ model, context }: ConverterProps) {
  const { converter } = context.messages.rates;
  const { question } = model;
  return (
    <section className="converter" aria-labelledby="converter">
      <h2 id="converter" className="section-heading">
        {converter.heading}
      </h2>
      <form
        action={`${routes.rates()}#converter`}
        method="get"
        data-converter={converter.notAnAmount}
      >
        <label>
          <span>{converter.amount}</span>
          <input
            name="amount"
            inputMode="decimal"
            autoComplete="off"
            maxLength={40}
            required
            defaultValue={question.amount}
          />
        </label>
        <CurrencySelect name="from" chosen={question.from} model={model} context={context} />
        <CurrencySelect name="to" chosen={question.to} model={model} context={context} />
        <button type="submit">{converter.submit}</button>
        <output>{answerText(model.conversion, context)}</output>
      </form>
      <Basis currencies={model.currencies} context={context} />
    </section>
  );
}

interface CurrencySelectProps extends ConverterProps {
  readonly name: 'from' | 'to';
  readonly chosen: ConverterCode;
}

function CurrencySelect({ name, chosen, model, context }: CurrencySelectProps) {
  const { converter, names } = context.messages.rates;
  return (
    <label>
      <span>{converter[name]}</span>
      <select name={name} defaultValue={chosen}>
        {model.currencies.map((currency) => (
          <option
            key={currency.code}
            value={currency.code}
            data-rate={currency.rate ?? undefined}
            data-refusal={currency.rate === null ? refusal(currency, context) : undefined}
          >
            {`${currency.code} – ${names[currency.code]}`}
          </option>
        ))}
      </select>
    </label>
  );
}

function answerText(conversion: Conversion, context: ViewContext): string {
  switch (conversion.kind) {
    case 'none':
      return '';
    case 'converted':
      return conversion.text;
    case 'not-an-amount':
      return context.messages.rates.converter.notAnAmount;
    case 'unusable':
      return refusal(conversion.currency, context);
  }
}

function refusal({ code, date }: ConverterCurrency, context: ViewContext): string {
  const { converter } = context.messages.rates;
  return date === null ? converter.noRate(code) : converter.expired(code, rateDay(date, context));
}

interface BasisProps {
  readonly currencies: readonly ConverterCurrency[];
  readonly context: ViewContext;
}

/** The days of the rates that are converted with. */
function Basis({ currencies, context }: BasisProps) {
  const { rates } = context.messages;
  const dated = currencies.flatMap(({ code, rate, date, isOld }) =>
    rate !== null && date !== null ? [{ code, date, isOld }] : [],
  );
  if (dated.length === 0) return null;
  return (
    <p className="converter-basis">
      {rates.converter.basis}{' '}
      {dated.map(({ code, date, isOld }, index) => (
        <span key={code}>
          {index > 0 ? ', ' : null}
          <RateDate date={date} context={context} /> (
          {isOld ? `${code}, ${rates.notCurrent}` : code})
        </span>
      ))}
      .
    </p>
  );
}
