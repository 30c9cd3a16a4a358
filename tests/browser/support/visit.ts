import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';

export interface VisitOptions {
  /** Whether the browser runs scripts; it does by default. */
  readonly scripts?: boolean;
  /** Width of the window in CSS pixels. */
  readonly width?: number;
  /** Pixels of the screen for each CSS pixel. */
  readonly density?: number;
  readonly theme?: 'light' | 'dark';
  /** Last chance to prepare the page before it loads. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** A page that was opened, with what went wrong in it. */
export interface Visit {
  readonly page: Page;
  readonly status: number;
  /** Errors on the console, uncaught exceptions and failed requests since it began to load. */
  readonly faults: readonly string[];
  /** Addresses of everything that was requested since it began to load. */
  readonly requests: readonly string[];
}

/** Each test that has to hold for readers with and without JavaScript runs for both. */
export const READERS = [
  { reader: 'with scripts', scripts: true },
  { reader: 'without scripts', scripts: false },
] as const;

export const PHONE = 360;
export const DESKTOP = 1280;

let connection: Promise<Browser> | undefined;

/**
 * One tab for the tests of a file or a `describe`, which go from page to page in it. That is
 * several times faster than a new tab for each page, since a new tab is a new process.
 * A page is named by its path on the shared site, or by its whole address on another.
 */
export function browse(options: VisitOptions = {}): (path: string) => Promise<Visit> {
  let tab: Promise<Tab> | undefined;
  afterAll(async () => (await tab)?.close());
  return async (path) => {
    tab ??= openTab(options);
    return (await tab).go(path);
  };
}

/** Opens a page in a tab of its own, once for all tests of a `describe` that only look at it. */
export function visitOnce(path: string, options: VisitOptions = {}): () => Visit {
  const go = browse(options);
  let opened: Visit | undefined;
  beforeAll(async () => {
    opened = await go(path);
  });
  return () => {
    if (!opened) throw new Error(`${path} is not open yet`);
    return opened;
  };
}

interface Tab {
  readonly go: (path: string) => Promise<Visit>;
  readonly close: () => Promise<void>;
}

async function openTab(options: VisitOptions): Promise<Tab> {
  connection ??= chromium.connect(inject('browser'));
  const browser = await connection;
  const context = await browser.newContext({
    baseURL: inject('address'),
    javaScriptEnabled: options.scripts ?? true,
    viewport: { width: options.width ?? DESKTOP, height: 800 },
    deviceScaleFactor: options.density ?? 1,
    colorScheme: options.theme ?? 'light',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  let faults: string[] = [];
  let requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'failed';
    // Whoever goes on to the next page breaks off what the last one was still loading.
    if (reason !== 'net::ERR_ABORTED') faults.push(`${request.url()}: ${reason}`);
  });
  page.on('request', (request) => requests.push(request.url()));
  await options.prepare?.(page);
  return {
    go: async (path) => {
      faults = [];
      requests = [];
      const response = await page.goto(path);
      return { page, status: response?.status() ?? 0, faults, requests };
    },
    close: () => context.close(),
  };
}
