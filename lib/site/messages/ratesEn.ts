import type { RatesMessages } from './ratesTypes';

export const ratesEn: RatesMessages = {
  heading: 'Exchange rates',
  asOf: 'As of',
  source: 'Source',
  sources: 'Sources',
  banks: 'central banks',
  via: (provider) => `via ${provider}`,
  notCurrent: 'not current',
  reference: 'Reference rates, not a dealing quote',
  officialReference: 'Official reference rates, not a dealing quote',
  fixedSince: 'fixed since',
  fixed: 'fixed',
  noComparison: 'no earlier rate to compare with',
  missing: 'no rate',
  spoken: {
    up: (percent) => `up ${percent} percent`,
    down: (percent) => `down ${percent} percent`,
    flat: 'unchanged',
  },
  names: {
    KGS: 'Kyrgyz Som',
    KZT: 'Kazakhstani Tenge',
    TJS: 'Tajikistani Somoni',
    UZS: 'Uzbekistani Som',
    TMT: 'Turkmenistani Manat',
    USD: 'US Dollar',
  },
  issuers: {
    KGS: 'National Bank of the Kyrgyz Republic',
    KZT: 'National Bank of Kazakhstan',
    TJS: 'National Bank of Tajikistan',
    UZS: 'Central Bank of Uzbekistan',
    TMT: 'Central Bank of Turkmenistan',
  },
  all: 'All rates',
  more: (code) => `${code}: history and download`,
  page: {
    introduction:
      'What a US dollar costs in the five currencies, by whom it is set, and since when.',
    description:
      'Official reference rates of the tenge, the two soms, the somoni and the manat against the US dollar, with their dates and sources, history and a converter.',
    provenance:
      'Official reference rates, not a dealing quote: the central bank of each country sets its own, and a bank or an exchange office pays and asks something else. Every figure stands with the day for which it holds. Where a figure is not a central bank\u2019s own, it is marked as aggregated.',
    currency: 'Currency',
    dollarBuys: '1 US dollar',
    unitBuys: 'One unit in dollars',
    day: 'Day',
    week: 'Week',
    month: 'Month',
    trend: 'Last 30 days',
    change: 'Change over a',
    date: 'As of',
    trendOf: (code) => `${code} over the last 30 days`,
    localSigns:
      'Changes and lines are those of the local currency: plus, and a rising line, mean that it gained against the dollar.',
    dollarSigns:
      'Changes and lines are those of the dollar: plus, and a rising line, mean that it gained against the local currency.',
    aggregated: 'aggregated',
    api: 'All of this as JSON',
  },
  currency: {
    title: (name) => `${name} to the US dollar`,
    description: (name, code, issuer) =>
      `What a US dollar costs in ${code}, the ${name}: the newest reference rate, its date and source (${issuer}), a chart, highs and lows, and the figures to download.`,
    history: 'The last three months',
    chartTitle: (code, from, to) => `${code} for one US dollar, ${from} to ${to}`,
    chartSummary: (low, lowDate, high, highDate) =>
      `Between ${low} (${lowDate}) and ${high} (${highDate}).`,
    chartDirection: 'A rising line means a dearer dollar.',
    high: 'High',
    low: 'Low',
    table: 'The figures of the chart',
    date: 'Day',
    rate: 'For one US dollar',
    change: 'Change',
    licence: 'Licence',
    aggregated: 'Aggregated from several sources, not official.',
    official: 'Official rate of the central bank.',
    download: (days, from) =>
      `Download all ${days.toLocaleString('en-GB')} ${days === 1 ? 'day' : 'days'} since ${from}:`,
    fixedHistory: (rate, issuer) =>
      `The ${issuer} holds the rate at ${rate} for one US dollar, so that there is no history to draw. What is paid on the street may be something else.`,
    missingHistory: 'No rate of this currency is known at present.',
    others: 'The other currencies',
  },
  converter: {
    heading: 'Converter',
    amount: 'Amount',
    from: 'From',
    to: 'To',
    submit: 'Convert',
    notAnAmount: 'Write an amount greater than zero in digits, such as 1500 or 1,500.50.',
    expired: (code, date) => `The newest rate of ${code} is of ${date}: too old to convert with.`,
    noRate: (code) => `No rate of ${code} is known at present.`,
    basis: 'At the reference rates of',
  },
};
