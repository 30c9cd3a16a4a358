import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { share } from '../formatNumber';
import { generatePublication } from '../generate/publication';
import { measurePages } from '../measurePages';
import { planPages } from '../pageKinds';
import type { PartResult } from '../part';
import { startSite } from '../site';
import type { Workspace } from '../workspace';
import { profileSchema, shareByGroup } from './groups';

const ARTICLES = 1000;

/** Where the time of pages goes that are not cached: a profile of the thread that renders. */
export async function measureProfile(workspace: Workspace): Promise<PartResult> {
  const contentDir = workspace.folder('profile-content');
  const profiles = workspace.folder('profiles');
  const publication = await generatePublication(contentDir, ARTICLES);
  const dataDir = workspace.folder('profile-data');
  const site = await startSite({ contentDir, dataDir, profiles });
  await measurePages(site, planPages(publication));
  await site.stop();
  const shares = shareByGroup(
    profileSchema.parse(JSON.parse(readFileSync(largest(profiles), 'utf8'))),
  );
  return {
    name: 'profile',
    rows: [
      ['Rendering thread, pages not cached', 'share'],
      ...shares.map(([group, part]) => [`  ${group}`, share(part)]),
    ],
    verdicts: [],
    data: Object.fromEntries(shares),
  };
}

/** Each thread has a profile; the one that renders does by far the most, and its file is largest. */
function largest(folder: string): string {
  const files = readdirSync(folder).map((name) => join(folder, name));
  const [first] = files.sort((a, b) => statSync(b).size - statSync(a).size);
  if (first === undefined) throw new Error('The server has written no profile');
  return first;
}
