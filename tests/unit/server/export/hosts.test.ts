import { describe, expect, it } from 'vitest';
import { caddyfile } from '@/lib/server/export/hosts/caddy';
import { readHosts } from '@/lib/server/export/hosts/hosts';
import { headersFile, redirectsFile } from '@/lib/server/export/hosts/netlify';
import { nginxConfiguration } from '@/lib/server/export/hosts/nginx';
import { leadingPage } from '@/lib/server/export/plan/redirects';

const FORMER = [
  { from: '/old', to: '/new' },
  { from: '/a%20b', to: 'https://elsewhere.example/?x=$1&y="z"' },
  { from: '/away', to: null },
] as const;
const OPTIONS = { folder: '/srv/out', siteUrl: 'https://news.example', former: FORMER };

describe('what hosts are told', () => {
  it('is of as many rules as Cloudflare Pages reads', () => {
    const rules = headersFile('https://news.example', 'cloudflare').match(/^\/\S*$/gm) ?? [];
    expect(rules.length).toBeGreaterThan(5);
    expect(rules.length).toBeLessThan(100);
  });

  it('has no field twice for one path, since hosts join their values', () => {
    const text = headersFile('https://news.example', 'both');
    const [all = '', ...others] = text.split(/^(?=\/)/m);
    const names = [...all.matchAll(/^ {2}([\w-]+):/gm)].map(([, name]) => name);
    for (const rule of others) for (const name of names) expect(rule).not.toContain(`  ${name}:`);
  });

  it('says of redirects what each host can read', () => {
    expect(redirectsFile(FORMER, 'both')).toMatch(/^\/old \/new 301$/m);
    expect(redirectsFile(FORMER, 'both')).not.toContain('/away');
    expect(redirectsFile(FORMER, 'netlify')).toContain('/old /new 301!\n');
    expect(redirectsFile(FORMER, 'netlify')).toContain('/away /410.html 404!\n');
  });

  it('gives nginx no variables of a target, and paths without percent signs', () => {
    const text = nginxConfiguration(OPTIONS);
    expect(text).toContain(String.raw`"/a b" "https://elsewhere.example/?x=%241&y=\"z\"";`);
    expect(text).toMatch(/saxaul_gone \{\n {2}volatile;\n {2}default "";\n {2}"\/away" "1";/);
  });

  it('gives Caddy texts that mean nothing else to it', () => {
    expect(caddyfile({ ...OPTIONS, folder: '/srv/a `b`' })).toContain('root * `/srv/a %60b%60`');
  });

  it('leads on by a page, whatever stands in the address', () => {
    const html = leadingPage('/a"><script>', 'https://news.example', 'en');
    expect(html).not.toContain('<script>');
    expect(html).toContain(
      '<link rel="canonical" href="https://news.example/a%22%3E%3Cscript%3E"/>',
    );
  });

  it('is for those that are named', () => {
    expect(readHosts('nginx, plain')).toEqual(new Set(['nginx', 'plain']));
    expect(readHosts('nginx,apache')).toBeNull();
  });
});
