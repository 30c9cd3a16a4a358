import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sendWebhook } from '@/lib/cli/bench/publishing/webhook';
import { GitRepository } from '@/tests/fixtures/gitRepository';

export const SECRET = 'a secret of sixteen letters';
/** The article that is edited, which leads the front page. */
export const EDITED = '/articles/how-to-read-a-river-flow-table';
const FILE = 'articles/2026/11/how-to-read-a-river-flow-table.md';

/** The number of the edition that a page shows; null where it shows none. */
export function editionIn(html: string): number | null {
  const found = /River flow, edition (\d+)/.exec(html);
  return found ? Number(found[1]) : null;
}

/** A content repository whose front story says in its headline how often it was edited. */
export class Newsroom {
  readonly repository: GitRepository;
  #edition = 0;

  /** @param folder an empty one */
  constructor(folder: string) {
    cpSync('content', folder, { recursive: true });
    this.repository = new GitRepository(folder);
    this.edit();
  }

  get edition(): number {
    return this.#edition;
  }

  /** Commits another edition. */
  edit(): number {
    this.#edition += 1;
    const path = join(this.repository.folder, FILE);
    const text = readFileSync(path, 'utf8');
    const title = `title: River flow, edition ${this.#edition}`;
    writeFileSync(path, text.replace(/^title: .*$/m, title));
    this.repository.git('add', '--all');
    this.repository.git('commit', '--quiet', '--message', `Edition ${this.#edition}`);
    return this.#edition;
  }

  /** Tells a site of the newest commit, as the host of a repository does. */
  async tell(address: string): Promise<void> {
    const after = this.repository.git('rev-parse', 'HEAD');
    await sendWebhook(address, SECRET, { branch: 'refs/heads/main', before: after, after });
  }
}
