import { allVariables, type Loopback } from '@/tests/fixtures/rates/loopback';
import { freePort, type RunningSite, startSite } from '@/tests/support/server';
import { EDITED, editionIn, SECRET } from './newsroom';
import { PAGES } from './readers';
import { startProvider } from './world';

/** One instance of the program: its own data folder and provider of rates, and a port that stays. */
export class Instance {
  readonly port: number;
  readonly provider: Loopback;
  readonly #dataDir: string;
  #site: RunningSite | null = null;

  private constructor(port: number, provider: Loopback, dataDir: string) {
    this.port = port;
    this.provider = provider;
    this.#dataDir = dataDir;
  }

  /** @param dataDir an empty folder, which outlives the instance */
  static async prepare(dataDir: string): Promise<Instance> {
    return new Instance(await freePort(), await startProvider(), dataDir);
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get log(): string {
    return this.#site?.log() ?? '';
  }

  async start(environment: Readonly<Record<string, string>>): Promise<void> {
    this.#site = await startSite({
      dataDir: this.#dataDir,
      environment: {
        SITE_URL: 'https://courier.example',
        PUBLISH_SECRET: SECRET,
        RATES_REFRESH: '2',
        STOP_DELAY: '1',
        ...allVariables(this.provider.address),
        ...environment,
        PORT: String(this.port),
      },
    });
  }

  /** Asks for each page once, so that none is slow for being the first. */
  async warmUp(): Promise<void> {
    for (const path of PAGES) await (await fetch(this.address + path)).text();
  }

  /** As an operator ends it. */
  async stop(): Promise<void> {
    await this.#site?.stop();
    this.#site = null;
  }

  /** As a failure of power ends it. */
  kill(): void {
    this.#site?.kill();
    this.#site = null;
  }

  async close(): Promise<void> {
    await this.stop();
    await this.provider.close();
  }

  /** The edition that this instance shows; null where it shows none. */
  async edition(): Promise<number | null> {
    return editionIn(await (await fetch(this.address + EDITED)).text());
  }

  /** How many pages came from other instances. */
  async hits(): Promise<number> {
    const health = await (await fetch(`${this.address}/healthz`)).text();
    return Number(/"hits": (\d+)/.exec(health)?.[1] ?? 0);
  }

  /** The tenge's rate as this instance has it. */
  async rate(): Promise<string> {
    const text = await (await fetch(`${this.address}/api/rates`)).text();
    return /478\.\d+|47\d\.\d+/.exec(text)?.[0] ?? text;
  }
}
