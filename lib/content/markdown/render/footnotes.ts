import type {
  FootnoteDefinition,
  Heading,
  Link,
  List,
  ListItem,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import { childrenOf, element, inlineElement, rewrite, text, walk } from '../tree';
import type { BodyLabels } from './context';

interface Note {
  readonly number: number;
  readonly definition: FootnoteDefinition;
  /** How many marks lead to it so far. */
  marks: number;
}

// A colon, which identifiers of headings never have, keeps the two kinds apart.
const noteId = (note: Note): string => `fn:${note.number}`;
const markId = (note: Note, mark: number): string =>
  mark === 1 ? `fnref:${note.number}` : `fnref:${note.number}:${mark}`;

/**
 * Numbers the footnotes in the order of their marks and sets them at the end under a heading,
 * with links both ways. Notes without a mark are left out.
 */
export function renderFootnotes(root: Root, labels: BodyLabels): void {
  const definitions = new Map<string, FootnoteDefinition>();
  walk(root, (node) => {
    if (node.type === 'footnoteDefinition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    }
  });
  if (definitions.size === 0) return;
  rewrite(root, (node) => (node.type === 'footnoteDefinition' ? [] : node));
  const notes = numberNotes(root, definitions);
  if (notes.length > 0) root.children.push(section(notes, labels));
}

/** Notes may hold marks of their own; those are numbered after all marks of the text. */
function numberNotes(
  root: Root,
  definitions: ReadonlyMap<string, FootnoteDefinition>,
): readonly Note[] {
  const notes = new Map<string, Note>();
  const take = (parent: Root | FootnoteDefinition): void => {
    const linked = marksInLinks(parent);
    rewrite(parent, (node) => {
      const definition = node.type === 'footnoteReference' && definitions.get(node.identifier);
      if (!definition) return node;
      const { identifier } = definition;
      const note = notes.get(identifier) ?? { number: notes.size + 1, definition, marks: 0 };
      notes.set(identifier, note);
      note.marks += 1;
      return markOf(note, linked.has(node));
    });
  };
  take(root);
  // A map hands out what is added to it while it is being read.
  for (const { definition } of notes.values()) take(definition);
  return [...notes.values()];
}

/** Marks that stand in the text of a link, which cannot hold a second one. */
function marksInLinks(parent: Nodes): ReadonlySet<Nodes> {
  const found = new Set<Nodes>();
  walk(parent, (node) => {
    if (node.type !== 'link') return;
    walk(node, (inner) => {
      if (inner.type === 'footnoteReference') found.add(inner);
    });
  });
  return found;
}

function markOf(note: Note, isLinked: boolean): RootContent {
  const number = text(String(note.number));
  const link: Link = {
    type: 'link',
    url: `#${noteId(note)}`,
    data: { hProperties: { role: 'doc-noteref', ariaDescribedBy: ['footnotes'] } },
    children: [number],
  };
  const properties = { className: ['footnote-mark'], id: markId(note, note.marks) };
  return inlineElement('sup', properties, [isLinked ? number : link]);
}

function section(notes: readonly Note[], labels: BodyLabels): RootContent {
  const heading: Heading = {
    type: 'heading',
    depth: 2,
    data: { hProperties: { id: 'footnotes' } },
    children: [text(labels.footnotes)],
  };
  const list: List = {
    type: 'list',
    ordered: true,
    spread: false,
    children: notes.map((note) => itemOf(note, labels)),
  };
  const properties = {
    className: ['footnotes'],
    role: 'doc-endnotes',
    ariaLabelledBy: ['footnotes'],
  };
  return element('section', properties, [heading, list]);
}

function itemOf(note: Note, labels: BodyLabels): ListItem {
  const { children } = note.definition;
  const last = children.at(-1);
  const links = backLinks(note, labels);
  // A picture alone has become a figure, which is no place for the links.
  const ends = last?.type === 'paragraph' && !last.data?.hName;
  if (ends) childrenOf(last).push(...links);
  const blocks = ends ? children : [...children, { type: 'paragraph', children: links } as const];
  return {
    type: 'listItem',
    spread: blocks.length > 1,
    data: { hProperties: { id: noteId(note) } },
    children: blocks,
  };
}

function backLinks(note: Note, labels: BodyLabels): PhrasingContent[] {
  return Array.from({ length: note.marks }, (_, index) => {
    const mark = index + 1;
    const name = mark === 1 ? `${note.number}` : `${note.number}.${mark}`;
    const hProperties = {
      className: ['footnote-back'],
      role: 'doc-backlink',
      ariaLabel: `${labels.backToText} ${name}`,
    };
    const url = `#${markId(note, mark)}`;
    // The selector keeps phones from drawing the arrow as a picture.
    const arrow = text('\u21A9\uFE0E');
    const link: Link = { type: 'link', url, data: { hProperties }, children: [arrow] };
    return [text(' '), link];
  }).flat();
}
