/** An element's text as a screen reader says it: without what is hidden from it. */
export function heard(element: Element): string {
  const copy = element.cloneNode(true);
  if (!(copy instanceof Element)) throw new Error('an element was expected');
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
  return tidy(copy.textContent);
}

/** Text with single spaces. */
export function tidy(text: string | null): string {
  return (text ?? '').replace(/\s+/gu, ' ').trim();
}

/** The element that a selector finds, of which there must be one alone. */
export function only(container: ParentNode, selector: string): HTMLElement {
  const found = [...container.querySelectorAll<HTMLElement>(selector)];
  const [element] = found;
  if (!element || found.length > 1) throw new Error(`${found.length} elements match ${selector}`);
  return element;
}

/** Whether elements stand in the document in the order given. */
export function inOrder(elements: readonly Element[]): boolean {
  return elements.every((element, index) => {
    const next = elements[index + 1];
    if (!next) return true;
    return (element.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  });
}

/** Accessible texts and addresses of links, in the order of the document. */
export function linksOf(elements: readonly HTMLElement[]): [string, string | null][] {
  return elements.map((link) => [heard(link), link.getAttribute('href')]);
}
