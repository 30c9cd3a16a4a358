import { findRoutes } from './routeFiles';
import { routeStyles } from './routeStyles';

/**
 * A module that binds the files of all routes together, and exports `render`, a `RenderPage`.
 * @param root folder of the program, from which it is resolved
 * @param distDir folder of Next's build, whose style sheets the pages have
 */
export function pagesEntry(root: string, distDir: string): string {
  const routes = findRoutes(root);
  const files = [
    ...new Set(
      routes.flatMap(({ page, layouts }) => [...layouts, ...(page === null ? [] : [page])]),
    ),
  ];
  const sourced = (file: string) =>
    `{ file: ${JSON.stringify(file)}, module: file${files.indexOf(file)} }`;
  return [
    `import { appRenderer } from './lib/server/app/appRenderer';`,
    ...files.map((file, index) => `import * as file${index} from ${JSON.stringify(`./${file}`)};`),
    'export const render = appRenderer([',
    ...routes.map((route) => {
      const page = route.page === null ? null : sourced(route.page);
      const layouts = route.layouts.map(sourced).join(', ');
      const styles = JSON.stringify(routeStyles(distDir, route));
      const segments = JSON.stringify(route.segments);
      return `  { segments: ${segments}, page: ${page}, layouts: [${layouts}], styles: ${styles} },`;
    }),
    ']);',
  ].join('\n');
}
