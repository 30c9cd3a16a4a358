import { archive } from './checks/archive';
import { build } from './checks/build';
import { certificate } from './checks/certificate';
import { content } from './checks/content';
import { data } from './checks/data';
import { memory } from './checks/memory';
import { node } from './checks/node';
import { port } from './checks/port';
import { proxies } from './checks/proxies';
import { ratesStore } from './checks/ratesStore';
import { secrets } from './checks/secrets';
import { sharedServer } from './checks/sharedServer';
import { siteUrl } from './checks/siteUrl';
import type { Check } from './finding';

/** All that the doctor looks at, in the order of its report. */
export const CHECKS: readonly Check[] = [
  node,
  build,
  data,
  content,
  archive,
  ratesStore,
  secrets,
  memory,
  port,
  sharedServer,
  proxies,
  siteUrl,
  certificate,
];
