import type { Text } from 'mdast';
import { readMoney } from '../../money';
import type { Money } from '../money';
import { spanOf } from '../places';
import type { Report } from '../report';

/** An amount of money: reports one that cannot be read, refers to the currency whose rate it needs. */
export function checkMoney(node: Money, report: Report, lang: string | undefined): void {
  const reading = readMoney(node.value, lang);
  const span = spanOf(node);
  if (reading.ok) report.refer('money', reading.money.currency, span);
  else report.error(span, { rule: 'money', ...reading });
}

/** An amount whose brackets are not closed, or that holds marks of its own. */
export function checkUnclosedMoney(node: Text, report: Report): void {
  if (!node.data?.unclosedMoney) return;
  report.error(spanOf(node), {
    rule: 'money',
    message:
      'The brackets of this amount are not closed, or hold more than plain text; write it such as :money[2.4bn KGS].',
  });
}
