import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { makeVariant } from '@/lib/images/make';
import { copyOfContent } from '@/tests/support/content';
import { removeBusy } from '@/tests/support/removeBusy';
import { type RunningSite, startSite } from '@/tests/support/server';
import { startTcpProxy } from '@/tests/support/tcpProxy';
import { naive } from './controls/start';
import { retitle, titleAt } from './support/breaking';
import { either } from './support/form';
import { hangingPort } from './support/hanging';
import { observe, until } from './support/observe';
import { isMade, picturesOf, SMALL_CACHE } from './support/reading';

const ARTICLE = 'articles/2026/07/how-to-read-an-opinion-poll.md';
const PROVIDERS = [
  'FRANKFURTER',
  'NBK',
  'NBKR',
  'NBT',
  'CBU',
  'FAWAZAHMED0',
  'FAWAZAHMED0_FALLBACK',
];
const contentDir = copyOfContent();
const hanging = hangingPort();
let started: RunningSite | undefined;

beforeAll(async () => {
  const address = `http://127.0.0.1:${await hanging}`;
  const rates = Object.fromEntries(PROVIDERS.map((name) => [`RATES_${name}_URL`, address]));
  const environment = { PAGE_CACHE: SMALL_CACHE, RATES_REFRESH: '1', ...rates };
  started = await startSite({ contentDir, environment });
});
afterAll(() => started?.stop());

function site(): RunningSite {
  if (started === undefined) throw new Error('The server does not run');
  return started;
}

it('providers of rates that never answer keep nobody waiting', async () => {
  const seen = await observe({
    fault: 'Rates: providers hang',
    address: site().address,
    during: async () => {
      await sleep(either(1_500, 20_000));
      const response = await fetch(`${site().address}/healthz`);
      expect(response.status).toBe(200);
      return ['figures that are stored are shown; /healthz says who is silent', null];
    },
  });
  expect(seen.failures).toEqual([]);
});

it('folders of pictures are deleted again and again: what is asked for is made again', async () => {
  const seen = await observe({
    fault: 'Folders of pictures deleted',
    address: site().address,
    during: async () => {
      for (let time = 0; time < either(5, 60); time += 1) {
        for (const name of ['images', 'share']) {
          removeBusy(join(site().dataDir, name));
        }
        await sleep(150);
      }
      const [picture = ''] = (await picturesOf(site().address)).filter(isMade);
      const read = async () => (await fetch(site().address + picture)).ok;
      return ['pictures are made again as they are asked for', await until('a picture', read)];
    },
  });
  expect(seen.failures).toEqual([]);
});

describe('without the defence', () => {
  it('a server that asks providers in the request of a reader keeps all waiting', async () => {
    const line = await startTcpProxy(Number(new URL(site().address).port));
    onTestFinished(line.stop);
    const control = await naive({ asksFirst: `http://127.0.0.1:${line.port}/robots.txt` });
    const seen = await observe({
      fault: '',
      address: control.address,
      paths: ['/feed.xml', '/feed.json'],
      fresh: [],
      patience: 1_500,
      during: async () => {
        await line.set('hangs');
        return ['', await sleep(2_500, null)];
      },
    });
    expect(seen.failures.map(({ kind }) => kind)).toContain('timeout');
  });

  it('a server that takes what it has made to be there for good shows nothing in its place', async () => {
    const control = await naive({ remembersFiles: true });
    const seen = await observe({
      fault: '',
      address: control.address,
      paths: (await picturesOf(site().address)).filter(isMade),
      fresh: [],
      during: async () => {
        removeBusy(join(control.dataDir, 'images'));
        return ['', await sleep(500, null)];
      },
    });
    expect(seen.failed).toBeGreaterThan(0);
  });
});

describe('a picture of the content that is cut off while it is asked for', () => {
  const NAME = 'media/airport-hall.png';

  it('is never sent in part, and comes back when it is whole', async () => {
    const file = join(contentDir, NAME);
    const whole = readFileSync(file);
    const seen = await observe({
      fault: 'Picture of the content truncated',
      address: site().address,
      // Those of this picture are away meanwhile, and looked at by themselves.
      paths: (await picturesOf(site().address)).filter((path) => !path.includes('airport-hall')),
      during: async () => {
        const [first = ''] = await variantsOf('airport-hall');
        expect(first).toContain('airport-hall');
        writeFileSync(file, whole.subarray(0, whole.length / 3));
        await sleep(either(300, 3_000));
        const response = await fetch(`${site().address}${first}`);
        if (response.ok) await sharp(Buffer.from(await response.arrayBuffer())).stats();
        writeFileSync(file, whole);
        const isBack = async () => (await fetch(`${site().address}${first}`)).ok;
        return ['made when the file is whole again', await until('the picture', isBack)];
      },
    });
    expect(seen.failures).toEqual([]);
  });

  it('without a look at its hash would be kept as half a picture', async () => {
    const whole = readFileSync(join('content', NAME));
    const noisy = await sharp(whole).png({ compressionLevel: 0 }).toBuffer();
    const half = noisy.subarray(0, noisy.length / 2);
    // What the server makes pictures with refuses; what it would do if it were lenient:
    await expect(makeVariant(half, { width: 320, crop: null }, 'webp')).rejects.toThrow();
    const lenient = await sharp(half, { failOn: 'none' }).resize({ width: 320 }).webp().toBuffer();
    expect(lenient.length).toBeGreaterThan(0);
  });
});

it('the folder of the content is moved away: everything that is published stays', async () => {
  const away = `${contentDir}.away`;
  const kept = (await picturesOf(site().address)).filter(isMade);
  const seen = await observe({
    fault: 'Folder of the content gone',
    address: site().address,
    paths: ['/', '/about', '/people', '/feed.xml', ...kept],
    during: async () => {
      renameSync(contentDir, away);
      try {
        await until('word of it', () => /There is no folder/.test(site().log()));
        await sleep(either(300, 5_000));
      } finally {
        renameSync(away, contentDir);
      }
      const title = retitle(contentDir, ARTICLE);
      const isThere = async () => (await titleAt(site(), ARTICLE)).includes(title);
      return ['published again by itself when it is back', await until('the edit', isThere)];
    },
  });
  expect(seen.failures).toEqual([]);
});

async function variantsOf(name: string): Promise<string[]> {
  const html = await (
    await fetch(`${site().address}/articles/almaty-airport-hostage-trial`)
  ).text();
  return [...html.matchAll(/\/media\/[\w./-]+/g)]
    .map(([path]) => path)
    .filter((path) => path.includes(name) && /\.webp$/.test(path));
}
