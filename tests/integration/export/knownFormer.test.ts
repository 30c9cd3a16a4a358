import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Database } from '@/lib/archive/database';
import { Reader } from '@/lib/archive/reader';
import { Manifest } from '@/lib/server/export/manifest/manifest';
import { knownFormer } from '@/lib/server/export/plan/knownFormer';

let database: Database;
let manifest: Manifest;
const has = vi.fn(() => false);

beforeEach(() => {
  database = Database.inMemory();
  manifest = Manifest.open(':memory:');
  lead('/old', 'https://elsewhere.example/new');
  has.mockClear();
});

function lead(from: string, to: string | null): void {
  database.run('INSERT INTO redirect VALUES (?, ?, ?)', from, to, 'redirects.yml');
}

const former = (name = 'plan') =>
  Reader.snapshot(database, 0, (reader) => knownFormer(reader, manifest, { name, has }));

const moved = expect.objectContaining({ from: '/old', to: 'https://elsewhere.example/new' });

describe('old addresses', () => {
  it('are looked at once for as long as entries and plan are the same', () => {
    const first = former();
    expect(first).toContainEqual(moved);
    has.mockClear();
    expect(former()).toEqual(first);
    expect(has).not.toHaveBeenCalled();
  });

  it('are looked at again when an entry comes, or leads elsewhere', () => {
    former();
    lead('/withdrawn', null);
    expect(former()).toContainEqual({ from: '/withdrawn', to: null });
    database.run("UPDATE redirect SET target = '/about' WHERE address = '/old'");
    expect(former()).not.toContainEqual(moved);
  });

  it('are looked at again when the plan is another', () => {
    former();
    has.mockClear();
    former('another plan');
    expect(has).toHaveBeenCalled();
  });
});
