import type { BrowserServer } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { type RunningSite, startSite } from '@/tests/support/server';
import { launchChromium } from './launch';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the site under test is served. */
    address: string;
    /** Public address that the site was told to have. */
    publicAddress: string;
    /** WebSocket endpoint of the one Chromium that all test files share. */
    browser: string;
  }
}

const PUBLIC_ADDRESS = 'https://courier.example';

let browser: BrowserServer | undefined;
let site: RunningSite | undefined;

/** Starts what all browser tests share: Chromium, and the production server. */
export async function setup({ provide }: TestProject): Promise<void> {
  browser = await launchChromium();
  try {
    site = await startSite({ environment: { SITE_URL: PUBLIC_ADDRESS } });
  } catch (error) {
    await browser.close();
    throw error;
  }
  provide('address', site.address);
  provide('publicAddress', PUBLIC_ADDRESS);
  provide('browser', browser.wsEndpoint());
}

export async function teardown(): Promise<void> {
  await browser?.close();
  await site?.stop();
}
