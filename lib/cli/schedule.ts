import { scheduled } from '@/lib/archive/queries/schedule';
import { readSetting } from '@/lib/archive/settings';
import { dateline } from '@/lib/site/dates';
import { readEnvironment } from '@/lib/site/environment';
import { alignTable } from './alignTable';
import { newestContent } from './newestContent';

/** Lists what appears by its date: the articles of the newest content that are not yet to be seen. */
async function list(): Promise<void> {
  const { database } = await newestContent(readEnvironment(process.env));
  const now = Date.now();
  const due = scheduled(database, now);
  if (due.length === 0) {
    console.log('Nothing is scheduled.');
    return;
  }
  const { language, timeZone } = readSetting(database, 'site') ?? {
    language: 'en',
    timeZone: 'UTC',
  };
  const rows = due.map(({ at, title, file }) => [
    dateline(at, 'minute', { language, timeZone }),
    title,
    file,
  ]);
  console.log(alignTable([['appears', 'headline', 'file'], ...rows], 'left'));
  console.log(`\nTimes are those of ${timeZone}.`);
}

list().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
