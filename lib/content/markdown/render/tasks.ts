import type { List, ListItem } from 'mdast';
import { childrenOf, inlineElement, text } from '../tree';

/** Items of a task list: a disabled box that is named by the item's own text. */
export function renderTasks(list: List): List {
  if (!list.children.some((item) => typeof item.checked === 'boolean')) return list;
  list.children.forEach(renderTask);
  return { ...list, data: { hProperties: { className: ['contains-task-list'] } } };
}

function renderTask(item: ListItem): void {
  const { checked } = item;
  const [first] = item.children;
  if (typeof checked !== 'boolean') return;
  const box = inlineElement('input', { type: 'checkbox', disabled: true, checked }, []);
  item.checked = null;
  item.data = { hProperties: { className: ['task-list-item'] } };
  if (first?.type !== 'paragraph') return;
  const label = inlineElement('label', {}, [box, text(' '), ...childrenOf(first)]);
  first.children = [label];
}
