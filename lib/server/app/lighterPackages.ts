import type { Plugin } from 'esbuild';

/** Parts of packages that nothing here uses, and which each start would wait for; what takes the place of each. */
const UNUSED: Readonly<Record<string, string>> = {
  // Functions within YAML, which only its unsafe loader knows: it looks for a parser of JavaScript.
  'node_modules/js-yaml/lib/js-yaml/schema/default_full.js':
    "module.exports = require('./default_safe');",
  // Letters as certain languages write them: a pattern of a thousand parts for each.
  'node_modules/@sindresorhus/transliterate/locale-replacements.js': 'export default {};',
};

/** A plugin of esbuild that leaves these out. */
export const lighterPackages: Plugin = {
  name: 'lighter packages',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](?:default_full|locale-replacements)\.js$/ }, ({ path }) => {
      const posix = path.replaceAll('\\', '/');
      const [, contents] = Object.entries(UNUSED).find(([name]) => posix.endsWith(name)) ?? [];
      return contents === undefined ? null : { contents };
    });
  },
};
