import { expect, it } from 'vitest';
import { startSite } from './support/server';

it('a server that was started by npm ends when npm is told to', async () => {
  const site = await startSite({ command: ['npm', 'start'] });
  expect((await fetch(site.address)).status).toBe(200);
  await site.stop();
  const answers = () =>
    fetch(site.address).then(
      () => true,
      () => false,
    );
  await expect.poll(answers, { timeout: 10_000 }).toBe(false);
});
