import { decoded } from '../decoded';
import type { Former } from '../plan/redirects';
import { fieldsOfAll, headerRules, OTHER_TYPES, TYPES } from './rules';

interface CaddyOptions {
  /** Absolute path of the export. */
  readonly folder: string;
  readonly siteUrl: string;
  readonly former: readonly Former[];
}

/** A Caddyfile for the export alone; SAXAUL_ADDRESS in the environment of Caddy takes the place of the site's address. */
export function caddyfile({ folder, siteUrl, former }: CaddyOptions): string {
  const moved = former.filter(({ to }) => to !== null);
  const gone = former.filter(({ to }) => to === null);
  return `# Written by "npm run export".
{$SAXAUL_ADDRESS:${new URL(siteUrl).host}} {
	root * ${quoted(folder)}
${table(
  'saxaul_moved',
  moved.map(({ from, to }) => [decoded(from), to ?? '']),
)}
${table(
  'saxaul_gone',
  gone.map(({ from }) => [decoded(from), '1']),
)}
${fieldsOfAll(siteUrl)
  .map(([name, value]) => `	header ${name} ${quoted(value)}`)
  .join('\n')}
${headerRules().map(headerLines).join('\n')}
${types()}

	route {
		@hidden {
			path /.* /_headers /_redirects
			not path /.well-known/*
		}
		error @hidden 404
		@moved expression \`{saxaul_moved} != ""\`
		redir @moved {saxaul_moved} 308
		@gone expression \`{saxaul_gone} != ""\`
		error @gone 410
		@front path /index.html
		redir @front / 308
		@spelling path_regexp spelling ^(/[^/].*?)(?:/+|\\.html|/page/1)$
		redir @spelling {re.spelling.1} 308
		try_files {path} {path}.html
		file_server {
			precompressed br gzip
			hide .saxaul
		}
	}

	handle_errors {
		@standIn expression \`{err.status_code} == 404 || {err.status_code} == 410\`
		rewrite @standIn /{err.status_code}.html
		header Cache-Control "public, max-age=0, s-maxage=10"
		file_server {
			precompressed br gzip
		}
	}
}
`;
}

function table(name: string, rows: readonly (readonly [string, string])[]): string {
  const lines = rows.map(([key, value]) => `		${quoted(key)} ${quoted(value)}`);
  return [`	map {path} {${name}} {`, ...lines, '		default ""', '	}'].join('\n');
}

/** The first pattern that fits decides: each case leaves out those before it. */
function headerLines({ name, cases, otherwise }: ReturnType<typeof headerRules>[number]): string {
  const id = name.toLowerCase().replaceAll('-', '_');
  const lines = cases.flatMap(([pattern, value], index) => {
    if (value === '') return [];
    const before = cases.slice(0, index).map(([earlier]) => earlier);
    return [
      ...matcher(`${id}_${index}`, pattern, before),
      `	header @${id}_${index} ${name} ${quoted(value.replaceAll('$1', `{re.${id}_${index}.1}`))}`,
    ];
  });
  if (otherwise === '') return lines.join('\n');
  const all = cases.map(([pattern]) => pattern);
  return [
    ...lines,
    ...matcher(`${id}_other`, null, all),
    `	header @${id}_other ${name} ${quoted(otherwise)}`,
  ].join('\n');
}

function matcher(name: string, pattern: string | null, before: readonly string[]): string[] {
  return [
    `	@${name} {`,
    ...(pattern === null ? [] : [`		path_regexp ${name} ${quoted(pattern)}`]),
    ...before.map(
      (earlier, index) => `		not path_regexp not_${name}_${index} ${quoted(earlier)}`,
    ),
    '	}',
  ];
}

function types(): string {
  const named = Object.entries(TYPES).map(([end, type], index) => {
    const text = /^text\/|xml$|json$/.test(type) ? `${type}; charset=utf-8` : type;
    return `	@end_${index} path *.${end}\n	header @end_${index} Content-Type ${quoted(text)}`;
  });
  const others = OTHER_TYPES.map(([pattern, type], index) => {
    return `	@type_${index} path_regexp ${quoted(pattern)}\n	header @type_${index} Content-Type ${quoted(type)}`;
  });
  return [...named, ...others].join('\n');
}

/** Between backticks nothing has a meaning of its own; a path has none. */
function quoted(text: string): string {
  return `\`${text.replaceAll('`', '%60')}\``;
}
