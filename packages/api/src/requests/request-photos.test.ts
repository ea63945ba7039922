import { expect, it } from 'vitest';
import type { ApiClient } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { jpeg } from '../photos/photo.fixture.ts';
import { raise, subject } from './request.fixture.ts';

const platform = testPlatform();

async function add(town: TestTown, client: ApiClient): Promise<string> {
  const content = jpeg().toString('base64');
  return (await client.do('addPhoto', { town: town.code, content }, 'photo { id }')).photo.id;
}

it('a request about a place shows the photographs that whoever raised it took there, and nobody else’s', async () => {
  const town = await platform.newTown();
  const place = { unit: await town.openUnit(), text: '北门' };
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const [own, theirs] = [await add(town, officer), await add(town, town.admin)];
  const selection = 'id photos { id width content }';
  const raised = await raise(town, { source: 'PATROL', place, photos: [own] }, selection, officer);
  expect(raised.photos).toMatchObject([{ id: own, width: 4 }]);
  expect(Buffer.from(raised.photos[0].content, 'base64').includes('GPS')).toBe(false);
  const elsewhere = await platform.newTown();
  const input = { source: 'PATROL', place, subject: await subject(town), description: '垃圾未清' };
  const others = await add(elsewhere, elsewhere.admin);
  await changesNothing(platform, town, async () => {
    for (const [photos, code, field] of [
      [[own, theirs], 'NOT_FOUND', 'input.photos.1'],
      [[others], 'NOT_FOUND', 'input.photos.0'],
      [[own, own], 'BAD_INPUT', 'input.photos.1'],
      [Array.from({ length: 10 }, () => own), 'BAD_INPUT', 'input.photos'],
    ] as const) {
      expect(await officer.refused('raiseRequest', { ...input, photos })).toEqual({ code, field });
    }
  });
});
