import { type BrowserServer, chromium } from 'playwright-core';
import { ensureChromium } from './chromium';

/** Keeps Chromium from talking to anybody but the site, and from asking first-run questions. */
const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts the Chromium that all test files share.
 * @throws ChromiumMissing where there is none and none can be installed
 */
export async function launchChromium(): Promise<BrowserServer> {
  const executablePath = ensureChromium();
  // Chromium refuses to run as root with its sandbox on.
  const chromiumSandbox = process.getuid?.() !== 0;
  const launch = (sandbox: boolean) =>
    chromium.launchServer({ executablePath, chromiumSandbox: sandbox, args: ARGUMENTS });
  return launch(chromiumSandbox).catch((error: unknown) => {
    // Many containers allow no sandbox; the pages under test are this repository's own.
    if (chromiumSandbox && /sandbox/i.test(String(error))) return launch(false);
    throw error;
  });
}
