import { accessSync, constants, readdirSync } from 'node:fs';
import { git } from '@/lib/git/git';
import { withoutSecrets } from '@/lib/publishing/content/withoutSecrets';
import type { Environment } from '@/lib/site/environment';
import { type Check, error, type Finding, ok, reason, warning } from '../finding';

/** Milliseconds for a repository to answer. */
const PATIENCE = 20_000;

export const content: Check = {
  name: 'content',
  run: ({ environment }) => {
    const { repository } = environment.publishing;
    return repository === null ? folder(environment) : remote(environment, repository);
  },
};

function folder({ contentDir, publishing }: Environment): Finding[] {
  try {
    accessSync(contentDir, constants.R_OK | constants.X_OK);
    const names = readdirSync(contentDir);
    if (!names.includes('site.yml')) {
      return [
        warning(
          `${contentDir} has no site.yml.`,
          'Set CONTENT_DIR to the folder of the publication, or write site.yml (docs/editors.md).',
        ),
      ];
    }
    const poll =
      publishing.poll === null ? '' : `, and looked at every ${publishing.poll / 1000} s`;
    return [ok(`${contentDir} can be read; it is watched${poll}.`)];
  } catch (thrown) {
    return [
      error(
        `The content cannot be read (${reason(thrown)}).`,
        `Set CONTENT_DIR to the folder of the publication, and let the user of the server read it.`,
      ),
    ];
  }
}

function remote(
  { publishing: { branch, poll, secret } }: Environment,
  repository: string,
): Finding[] {
  const name = withoutSecrets(repository);
  try {
    const args = ['ls-remote', '--heads', '--', repository, `refs/heads/${branch}`];
    const heads = git(args, { cwd: process.cwd(), timeout: PATIENCE }).toString('utf8');
    if (heads.trim() === '') {
      return [
        error(
          `${name} has no branch ${branch}.`,
          'Set CONTENT_BRANCH to the branch that is to be published.',
        ),
      ];
    }
  } catch (thrown) {
    return [
      error(
        `${name} cannot be reached (${withoutSecrets(reason(thrown))}).`,
        'Check CONTENT_REPO, the network, and that the user of the server has a key or token to read it with; Git has to be installed.',
      ),
    ];
  }
  const reached = ok(`${name} is reached, and has the branch ${branch}.`);
  if (poll !== null || secret !== null) return [reached];
  return [
    reached,
    warning(
      'Nobody tells the server of new commits.',
      'Set PUBLISH_SECRET and a webhook, or PUBLISH_POLL=60.',
    ),
  ];
}
