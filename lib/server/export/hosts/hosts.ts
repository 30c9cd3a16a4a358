/** Those that an export can write files for; `plain` serves files and knows nothing else. */
export const HOSTS = ['nginx', 'caddy', 'netlify', 'cloudflare', 'plain'] as const;

export type HostName = (typeof HOSTS)[number];

/** Reads "nginx,plain"; null where one of them is none. */
export function readHosts(text: string): ReadonlySet<HostName> | null {
  const hosts = text.split(',').map((name) => HOSTS.find((host) => host === name.trim()));
  return hosts.every((host) => host !== undefined) ? new Set(hosts) : null;
}
