import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import * as z from 'zod';
import { PATIENCE } from '@/lib/server/orderlyStop';
import { readEnvironment, SETTINGS } from '@/lib/site/environment';
import { routes } from '@/lib/site/routes';

const FILE = 'deploy/kubernetes.yml';

const probe = z.looseObject({
  httpGet: z.object({ path: z.string(), port: z.string() }).optional(),
  tcpSocket: z.object({ port: z.string() }).optional(),
  periodSeconds: z.number().default(10),
  failureThreshold: z.number().default(3),
});

const container = z.looseObject({
  name: z.string(),
  image: z.string().regex(/:\w/),
  ports: z.array(z.object({ name: z.string(), containerPort: z.number() })),
  env: z.array(z.looseObject({ name: z.string(), value: z.string().optional() })),
  envFrom: z
    .array(
      z.union([
        z.strictObject({ configMapRef: z.object({ name: z.string() }) }),
        z.strictObject({ secretRef: z.object({ name: z.string() }) }),
      ]),
    )
    .optional(),
  startupProbe: probe.optional(),
  readinessProbe: probe,
  livenessProbe: probe,
  resources: z.object({
    requests: z.object({ cpu: z.string(), memory: z.string() }),
    limits: z.object({ memory: z.string() }),
  }),
  securityContext: z.strictObject({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.strictObject({ drop: z.tuple([z.literal('ALL')]) }),
  }),
  volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })).default([]),
});

const labels = z.record(z.string(), z.string());
const named = { metadata: z.looseObject({ name: z.string() }) };

const deployment = z.looseObject({
  kind: z.literal('Deployment'),
  apiVersion: z.literal('apps/v1'),
  ...named,
  spec: z.looseObject({
    selector: z.object({ matchLabels: labels }),
    strategy: z.looseObject({ rollingUpdate: z.looseObject({}).optional() }),
    template: z.object({
      metadata: z.object({ labels }),
      spec: z.looseObject({
        automountServiceAccountToken: z.literal(false),
        terminationGracePeriodSeconds: z.number().default(30),
        securityContext: z.looseObject({
          runAsNonRoot: z.literal(true),
          runAsUser: z.number().min(1),
          seccompProfile: z.object({ type: z.literal('RuntimeDefault') }),
        }),
        containers: z.tuple([container]),
        volumes: z.array(z.looseObject({ name: z.string() })).default([]),
      }),
    }),
  }),
});

const kinds = {
  ConfigMap: z.looseObject({ ...named, data: z.record(z.string(), z.string()) }),
  Service: z.looseObject({
    ...named,
    spec: z.object({
      selector: labels,
      ports: z.array(z.object({ name: z.string(), port: z.number(), targetPort: z.string() })),
    }),
  }),
  PodDisruptionBudget: z.looseObject({
    ...named,
    apiVersion: z.literal('policy/v1'),
    spec: z.object({ maxUnavailable: z.number(), selector: z.object({ matchLabels: labels }) }),
  }),
  HorizontalPodAutoscaler: z.looseObject({
    ...named,
    apiVersion: z.literal('autoscaling/v2'),
    spec: z.looseObject({
      scaleTargetRef: z.object({ apiVersion: z.string(), kind: z.string(), name: z.string() }),
      minReplicas: z.number().min(2),
    }),
  }),
};

const documents = parseAllDocuments(readFileSync(FILE, 'utf8')).map((document) => {
  expect(document.errors).toEqual([]);
  return z.looseObject({ kind: z.string(), ...named }).parse(document.toJS());
});

function only<Shape>(kind: string, schema: z.ZodType<Shape>, name = 'saxaul'): Shape {
  const found = documents.filter((one) => one.kind === kind && one.metadata.name === name);
  expect(found.length, `${kind} ${name}`).toBe(1);
  return schema.parse(found[0]);
}

const saxaul = only('Deployment', deployment).spec;
const valkey = only('Deployment', deployment, 'saxaul-valkey').spec;
const settings = only('ConfigMap', kinds.ConfigMap).data;
const pod = saxaul.template.spec;
const [site] = pod.containers;

/** What the program finds in its environment. */
const variables = {
  ...settings,
  ...Object.fromEntries(site.env.map(({ name, value = '' }) => [name, value])),
};

describe(FILE, () => {
  it('sets nothing that the program does not know, and nothing that it refuses', () => {
    const known = new Set([...SETTINGS, 'HOME']);
    expect(Object.keys(variables).filter((name) => !known.has(name))).toEqual([]);
    const CACHE_URL = 'redis://:secret@saxaul-valkey:6379';
    const environment = readEnvironment({ ...variables, CACHE_URL });
    expect(environment.cache?.place).toEqual({ host: 'saxaul-valkey', port: 6379, tls: false });
    expect(environment.publishing.poll).toBe(60_000);
  });

  it('names in its comment the settings that the Secret must hold', () => {
    const named = [...readFileSync(FILE, 'utf8').matchAll(/--from-literal=(\w+)=/g)].map(
      ([, name = '']) => name,
    );
    expect(named).toEqual(['PUBLISH_SECRET', 'VALKEY_PASSWORD', 'CACHE_URL']);
    expect(named.filter((name) => !SETTINGS.includes(name))).toEqual(['VALKEY_PASSWORD']);
    // And holds none itself.
    expect(documents.filter(({ kind }) => kind === 'Secret')).toEqual([]);
    expect(site.envFrom).toEqual([
      { configMapRef: { name: 'saxaul' } },
      { secretRef: { name: 'saxaul' } },
    ]);
  });

  it('asks on the port that is listened on, at addresses that there are', () => {
    const known: readonly string[] = Object.entries(routes).flatMap(([, route]) =>
      route.length === 0 ? [(route as () => string)()] : [],
    );
    const port = Number(variables.PORT);
    expect(site.ports).toEqual([{ name: 'http', containerPort: port }]);
    for (const { httpGet } of [site.startupProbe, site.readinessProbe, site.livenessProbe].flatMap(
      (one) => one ?? [],
    )) {
      expect(httpGet?.port).toBe('http');
      expect(known).toContain(httpGet?.path);
    }
    // A pod that only waits for something is not to be killed, but gets no readers.
    expect(site.readinessProbe.httpGet?.path).toBe('/readyz');
    expect(site.livenessProbe.httpGet?.path).toBe('/healthz');
  });

  it('lets a pod end in peace, and has another one first', () => {
    const delay = Number(variables.STOP_DELAY);
    const { periodSeconds, failureThreshold } = site.readinessProbe;
    // Found not to be ready, while it still serves.
    expect(delay).toBeGreaterThan(periodSeconds * failureThreshold);
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(delay + PATIENCE / 1000 + 10);
    expect(saxaul.strategy).toEqual({
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
    });
  });

  it('leaves a first start time to read a large publication', () => {
    const { periodSeconds = 0, failureThreshold = 0 } = site.startupProbe ?? {};
    expect(periodSeconds * failureThreshold).toBeGreaterThanOrEqual(15 * 60);
  });

  it('lets nothing be written but the data and the temporary folder', () => {
    const mounts = Object.fromEntries(site.volumeMounts.map((one) => [one.name, one.mountPath]));
    expect(mounts).toEqual({ data: variables.DATA_DIR, tmp: '/tmp' });
    for (const volume of pod.volumes) expect(volume).toHaveProperty('emptyDir.sizeLimit');
    expect(pod.volumes.map(({ name }) => name)).toEqual(Object.keys(mounts));
  });

  it('selects its own pods everywhere', () => {
    const own = saxaul.template.metadata.labels;
    const service = only('Service', kinds.Service).spec;
    expect(saxaul.selector.matchLabels).toEqual(own);
    expect(service.selector).toEqual(own);
    expect(service.ports[0]?.targetPort).toBe(site.ports[0]?.name);
    const budget = only('PodDisruptionBudget', kinds.PodDisruptionBudget).spec;
    expect(budget.selector.matchLabels).toEqual(own);
    const scaler = only('HorizontalPodAutoscaler', kinds.HorizontalPodAutoscaler).spec;
    expect(scaler.scaleTargetRef).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: 'saxaul',
    });
    expect(budget.maxUnavailable).toBeLessThan(scaler.minReplicas);
    // Else each change of the file would set the number back.
    expect(saxaul).not.toHaveProperty('replicas');
  });

  it('brings a Valkey that keeps nothing and forgets what is read least', () => {
    const service = only('Service', kinds.Service, 'saxaul-valkey').spec;
    expect(service.selector).toEqual(valkey.template.metadata.labels);
    const [one] = valkey.template.spec.containers;
    expect(service.ports[0]?.port).toBe(one.ports[0]?.containerPort);
    expect(one.args).toEqual(
      expect.arrayContaining(['--requirepass', '--maxmemory-policy', 'allkeys-lru', '--save', '']),
    );
  });
});
