import postcss from 'postcss';
import { requirements } from './selectors';
import type { Declaration, Item } from './styleItems';

/** Reads the text of a style sheet. */
export function readStyleSheet(css: string): Item[] {
  return compile(postcss.parse(css).nodes);
}

const GROUPS = new Set(['media', 'supports', 'layer', 'container', 'scope', 'starting-style']);

function compile(nodes: readonly postcss.ChildNode[]): Item[] {
  return nodes.flatMap((node): Item[] => {
    if (node.type === 'comment') return [];
    if (node.type === 'atrule' && node.nodes && GROUPS.has(node.name)) {
      const head = `@${node.name}${node.params === '' ? '' : ` ${node.params}`}`;
      return [{ kind: 'group', head, items: compile(node.nodes) }];
    }
    if (node.type === 'rule' && node.nodes.every(({ type }) => type === 'decl')) {
      const declarations = node.nodes.flatMap((child) =>
        child.type === 'decl' ? [declaration(child)] : [],
      );
      const selectors = node.selectors.map((text) => ({ text, needs: requirements(text) }));
      return [{ kind: 'rule', selectors, declarations }];
    }
    const text = node.toString();
    const isStatement = node.type === 'atrule' && node.nodes === undefined;
    return [{ kind: 'verbatim', text: isStatement ? `${text};` : text, uses: variables(text) }];
  });
}

function declaration(node: postcss.Declaration): Declaration {
  return {
    text: node.toString(),
    sets: node.prop.startsWith('--') ? node.prop : undefined,
    uses: variables(node.value),
  };
}

function variables(value: string): string[] {
  return [...value.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name = '']) => name);
}
