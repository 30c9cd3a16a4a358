import type { Browser } from 'playwright-core';
import { ensureChromium } from '@/tests/browser/support/chromium';

/** Keeps Chromium from talking to anybody but the server that is measured. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @throws Error where the packages for development or the browser are missing */
export async function launch(more: readonly string[] = []): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath: ensureChromium(), args: [...ARGUMENTS, ...more] });
}
