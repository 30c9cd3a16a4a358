import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FileWriter } from '../making/fileWriter';
import type { Former } from '../plan/redirects';
import { caddyfile } from './caddy';
import type { HostName } from './hosts';
import { type FilesHost, headersFile, MOST_REDIRECTS, redirectsFile } from './netlify';
import { nginxConfiguration } from './nginx';

interface HostsOptions {
  /** Absolute path of the export. */
  readonly out: string;
  readonly siteUrl: string;
  readonly former: readonly Former[];
  readonly hosts: ReadonlySet<HostName>;
}

/** Writes what hosts are told of redirects and header fields, and takes away what other hosts were told. */
export async function writeHosts(writer: FileWriter, options: HostsOptions): Promise<void> {
  const { out, siteUrl, former, hosts } = options;
  const host = filesHost(hosts);
  if (host !== 'netlify' && former.length > MOST_REDIRECTS && hosts.has('cloudflare')) {
    console.error(
      `Cloudflare Pages reads ${MOST_REDIRECTS} redirects; the other ${former.length - MOST_REDIRECTS} are left to pages that lead on.`,
    );
  }
  const files: readonly (readonly [file: string, text: string | null])[] = [
    [
      '.saxaul/nginx.conf',
      hosts.has('nginx') ? nginxConfiguration({ ...options, folder: out }) : null,
    ],
    ['.saxaul/Caddyfile', hosts.has('caddy') ? caddyfile({ ...options, folder: out }) : null],
    ['_headers', host && headersFile(siteUrl, host)],
    ['_redirects', host && redirectsFile(former, host)],
  ];
  for (const [file, text] of files) {
    const path = join(out, file);
    if (text === null) rmSync(path, { force: true });
    else if (!existsSync(path) || readFileSync(path, 'utf8') !== text)
      await writer.write(file, text);
  }
}

function filesHost(hosts: ReadonlySet<HostName>): FilesHost | null {
  if (hosts.has('netlify')) return hosts.has('cloudflare') ? 'both' : 'netlify';
  return hosts.has('cloudflare') ? 'cloudflare' : null;
}
