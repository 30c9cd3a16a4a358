import type { Definition, Image, Link, Nodes } from 'mdast';
import type {} from 'remark';
import type { Data } from 'unified';

type Extension = Exclude<NonNullable<Data['fromMarkdownExtensions']>[number], readonly unknown[]>;
type Handle = NonNullable<NonNullable<Extension['enter']>[string]>;

/** A stretch of text by its UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

declare module 'mdast' {
  interface LinkData {
    /** Where the address stands in the source. */
    address?: Span;
  }
  interface ImageData {
    address?: Span;
  }
  interface DefinitionData {
    address?: Span;
  }
}

const bare: Handle = function (token) {
  mark(this.stack.at(-1), { start: token.start.offset, end: token.end.offset });
};

const inAngles: Handle = function (token) {
  mark(this.stack.at(-1), { start: token.start.offset + 1, end: token.end.offset - 1 });
};

function mark(node: { type: string } | undefined, address: Span): void {
  if (node && takesAddress(node)) node.data = { address };
}

function takesAddress(node: { type: string }): node is Link | Image | Definition {
  return node.type === 'link' || node.type === 'image' || node.type === 'definition';
}

/** Keeps, on links, images and definitions, the place of the very address. */
export const addressPlaces: Extension = {
  enter: {
    resourceDestinationRaw: bare,
    resourceDestinationLiteral: inAngles,
    definitionDestinationRaw: bare,
    definitionDestinationLiteral: inAngles,
  },
};

/** Offsets of a node in the text that was parsed. */
export function spanOf(node: Nodes): Span {
  return {
    start: node.position?.start.offset ?? 0,
    end: node.position?.end.offset ?? 0,
  };
}
