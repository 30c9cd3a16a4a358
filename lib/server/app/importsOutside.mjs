/** Packages that bundled code imports when it needs them. */
const OUTSIDE = /^(?:sharp|harfbuzzjs|pagefind|@redis\/client)$/;

/**
 * A plugin of esbuild for bundles whose compiled code is kept (compiledCode.mjs): V8 does not know any more who is to
 * import something for them. The import is done by whoever loaded the bundle, and comes of a module that exports `then`,
 * which is what `await` calls.
 */
export const importsOutside = {
  name: 'imports outside',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: OUTSIDE }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path, namespace: 'outside' } : { path, external: true },
    );
    onLoad({ filter: /.*/, namespace: 'outside' }, ({ path }) => ({
      contents: `export const then = (done, failed) => importOutside(${JSON.stringify(path)}).then(done, failed);`,
    }));
  },
};

/** What such a bundle begins with. */
export const IMPORT_OUTSIDE =
  "const importOutside = globalThis[Symbol.for('saxaul.import')] ?? ((name) => import(name));";
