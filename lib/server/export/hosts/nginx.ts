import { decoded } from '../decoded';
import type { Former } from '../plan/redirects';
import { fieldsOfAll, headerRules, OTHER_TYPES, TYPES } from './rules';

interface NginxOptions {
  /** Absolute path of the export. */
  readonly folder: string;
  readonly siteUrl: string;
  readonly former: readonly Former[];
}

/**
 * Configuration of nginx, to be included in its block `http`: tables by path, and one server. Fields go by tables since
 * a field that a location adds takes away all those of the server.
 */
export function nginxConfiguration({ folder, siteUrl, former }: NginxOptions): string {
  const rules = headerRules();
  const tables = rules.map(({ name, cases, otherwise }) =>
    map(
      variableOf(name),
      otherwise,
      cases.map(([pattern, value]) => [`~${pattern}`, value]),
    ),
  );
  const moved = former.flatMap(({ from, to }) =>
    to === null ? [] : [[decoded(from), to.replaceAll('$', '%24')] as const],
  );
  const gone = former.flatMap(({ from, to }) =>
    to === null ? [[decoded(from), '1'] as const] : [],
  );
  return `# Written by "npm run export"; include it in the block http of nginx.
# Set "listen" and certificates in a copy of the server below, or behind another server.
map_hash_bucket_size 1024;
map_hash_max_size 65536;
${map('saxaul_moved', '', moved, 'volatile')}
${map('saxaul_gone', '', gone, 'volatile')}
${tables.join('\n')}

server {
  listen 80;
  server_name ${new URL(siteUrl).hostname};
  root ${quoted(folder)};
  charset utf-8;
  charset_types text/css text/javascript text/plain text/markdown text/csv application/xml application/json;
  default_type application/octet-stream;
  types {
${Object.entries(TYPES)
  .map(([end, type]) => `    ${type} ${end};`)
  .join('\n')}
    application/octet-stream pf_fragment pf_index pf_filter pf_meta;
  }
  gzip_static on;
  # With the module ngx_brotli: brotli_static on;
  etag on;
  absolute_redirect off;

${fieldsOfAll(siteUrl)
  .map(([name, value]) => `  add_header ${name} ${quoted(value)} always;`)
  .join('\n')}
${rules.map(({ name }) => `  add_header ${name} $${variableOf(name)} always;`).join('\n')}

  if ($saxaul_moved) { return 308 $saxaul_moved; }
  if ($saxaul_gone) { return 410; }
  # One spelling of each address: no slash at its end, no name of a file, no page 1.
  if ($request_uri ~ "^(/[^/?][^?]*?)/+(?:\\?|$)") { return 308 $1; }
  if ($request_uri ~ "^/index\\.html(?:\\?|$)") { return 308 /; }
  if ($request_uri ~ "^(/[^/?][^?]*)\\.html(?:\\?|$)") { return 308 $1; }
  if ($request_uri ~ "^(/[^/?][^?]*)/page/1(?:\\?|$)") { return 308 $1; }
  error_page 404 /404.html;
  error_page 410 /410.html;

  location = / { try_files /index.html =404; }
  location = /404.html { internal; }
  location = /410.html { internal; }
  location ~ "^/\\.(?!well-known/)" { return 404; }
  location = /_headers { return 404; }
  location = /_redirects { return 404; }
${OTHER_TYPES.map(
  ([pattern, type]) =>
    `  location ~ ${quoted(pattern)} { types { } default_type ${quoted(type)}; charset off; try_files $uri =404; }`,
).join('\n')}
  location / { try_files $uri $uri.html =404; }
}
`;
}

function variableOf(name: string): string {
  return `saxaul_${name.toLowerCase().replaceAll('-', '_')}`;
}

/** @param kind `volatile` where the page that stands in for another is looked up anew */
function map(
  variable: string,
  otherwise: string,
  rows: readonly (readonly [string, string])[],
  kind: 'volatile' | null = null,
): string {
  const lines = [
    ...(kind === null ? [] : [`  ${kind};`]),
    `  default ${quoted(otherwise)};`,
    ...rows.map(([key, value]) => `  ${quoted(key)} ${quoted(value)};`),
  ];
  return `map $uri $${variable} {\n${lines.join('\n')}\n}`;
}

/** In quotation marks; a dollar sign would begin a variable, but for a group of a pattern. */
function quoted(text: string): string {
  const safe = text.replace(/[\\"]/g, (sign) => `\\${sign}`);
  return `"${safe.replace(/\$(?![\d)|"]|$)/g, '%24')}"`;
}
