import { type RunningNginx, startNginx } from '@/tests/support/nginx';
import { freePort } from '@/tests/support/server';

/** An nginx before some instances. */
export interface Balancer {
  /** Where it passes a request on to the next instance where one fails. */
  readonly address: string;
  /** Where it does not. */
  readonly careless: string;
  readonly stop: () => Promise<void>;
}

/** @param ports of the instances */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const [port, careless] = [await freePort(), await freePort()];
  const servers = ports
    .map((one) => `server 127.0.0.1:${one} max_fails=1 fail_timeout=1s;`)
    .join(' ');
  const common = `proxy_pass http://instances; proxy_http_version 1.1; proxy_set_header Connection "";
    proxy_set_header Host $host; proxy_connect_timeout 2s; proxy_read_timeout 30s;`;
  const nginx: RunningNginx = await startNginx({
    port,
    http: `upstream instances { ${servers} keepalive 16; }
server { listen 127.0.0.1:${port};
  location / { ${common}
    proxy_next_upstream error timeout http_502 http_503 http_504; proxy_next_upstream_tries 3; } }
server { listen 127.0.0.1:${careless};
  location / { ${common} proxy_next_upstream off; } }`,
  });
  return {
    address: `http://127.0.0.1:${port}`,
    careless: `http://127.0.0.1:${careless}`,
    stop: nginx.stop,
  };
}
