import type { RootContent } from 'mdast';
import { readMoney } from '../../money';
import type { Money } from '../money';
import { inlineElement, text } from '../tree';
import type { RenderContext } from './context';

/** An amount as it is written, with what it comes to; of one that cannot be read, its text alone. */
export function renderMoney({ value }: Money, context: RenderContext): RootContent[] {
  const reading = readMoney(value, context.lang);
  if (!reading.ok) return value === '' ? [] : [text(value)];
  const converted = context.money?.(reading.money);
  const properties = { className: ['money'] };
  if (!converted) return [inlineElement('span', properties, [text(value)])];
  const { title } = converted;
  const addition = inlineElement('span', { className: ['converted'], title }, [
    text(converted.text),
  ]);
  return [inlineElement('span', properties, [text(`${value} `), addition])];
}
