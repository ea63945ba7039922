import { describe, expect, it } from 'vitest';
import type { ApiClient } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { settledTown } from '../households/household.fixture.ts';
import { jpeg } from '../photos/photo.fixture.ts';
import { contented, explained, raise, take } from './request.fixture.ts';

const platform = testPlatform();

async function add(town: TestTown, client: ApiClient): Promise<string> {
  const content = jpeg().toString('base64');
  return (await client.do('addPhoto', { town: town.code, content }, 'photo { id }')).photo.id;
}

describe('photographs', () => {
  it('are added to a request by whoever may raise one there, also when it is handled, and each addition is a step', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
    const first = await add(town, member);
    const { id } = await raise(town, { household: households[0], photos: [first] }, 'id', member);
    await take(town.admin, 'acceptRequest', id, { holder: await town.person() });
    await take(town.admin, 'classifyRequest', id, { handlingClass: 'INDIVIDUAL' });
    await take(town.admin, 'handleRequest', id, { outcome: '已修好', evidence: explained('').handled.evidence });
    const more = [await add(town, member), await add(town, member)];
    const whole = 'state version actions photos { id } events { step added }';
    const shown = await take(member, 'addRequestPhotos', id, { photos: more }, whole);
    expect(shown).toMatchObject({ state: 'HANDLED', photos: [first, ...more].map((photo) => ({ id: photo })) });
    expect(shown.events.at(-1)).toEqual({ step: 'ADD_PHOTOS', added: 2 });
    expect(shown.actions).toEqual(['ADD_PHOTOS', 'FOLLOW_UP']);
    await take(town.admin, 'followUpRequest', id, contented);
    const late = await add(town, member);
    await changesNothing(platform, town, async () => {
      expect(await member.refused('addRequestPhotos', { request: id, photos: [late] })).toEqual({
        code: 'CONFLICT',
        field: 'input.request',
      });
    });
  });

  it('that are none, too many, shown already or another’s are not added, nor any out of reach', async () => {
    const { town, blocks, households } = await settledTown(platform, 2);
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
    const neighbour = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[1]) });
    const auditor = await town.account('AUDITOR');
    const elsewhere = await platform.newTown();
    const own = await Promise.all(Array.from({ length: 9 }, () => add(town, member)));
    const theirs = await add(town, neighbour);
    const { id } = await raise(town, { household: households[0], photos: [own[0]] }, 'id', member);
    await changesNothing(platform, town, async () => {
      for (const [photos, code, field] of [
        [[], 'BAD_INPUT', 'input.photos'],
        [[own[1], own[0]], 'BAD_INPUT', 'input.photos.1'],
        [[...own.slice(1), own[1]], 'BAD_INPUT', 'input.photos.8'],
        [[own[1], theirs], 'NOT_FOUND', 'input.photos.1'],
      ] as const) {
        expect(await member.refused('addRequestPhotos', { request: id, photos })).toEqual({ code, field });
      }
      for (const stranger of [neighbour, elsewhere.admin]) {
        const refused = await stranger.refused('addRequestPhotos', { request: id, photos: [theirs] });
        expect(refused).toEqual({ code: 'NOT_FOUND', field: 'input.request' });
      }
      expect((await auditor.refused('addRequestPhotos', { request: id, photos: [theirs] })).code).toBe('FORBIDDEN');
    });
    await take(member, 'addRequestPhotos', id, { photos: own.slice(1, 8) });
    const [ninth, tenth] = [await add(town, member), await add(town, member)];
    expect(await member.refused('addRequestPhotos', { request: id, photos: [ninth, tenth] })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.photos',
    });
  });
});

describe('households that a request concerns', () => {
  it('become more as an outage is known better: each addition is a step that says how many', async () => {
    const { town, blocks, households } = await settledTown(platform, 4);
    const place = { unit: blocks[0], text: '总管' };
    const { id } = await raise(town, { place, source: 'HOTLINE', concerns: { households: [households[0]] } });
    const whole = 'householdCount version events { step added }';
    const concerns = { units: [blocks[0]] };
    const known = await take(town.admin, 'addRequestHouseholds', id, { concerns }, whole);
    const all = known.householdCount;
    expect(all).toBeGreaterThan(1);
    expect(known.events.at(-1)).toEqual({ step: 'ADD_HOUSEHOLDS', added: all - 1 });
    const query = 'query($id: ID!) { household(id: $id) { requests { id } } }';
    const { household } = await town.admin.ask(query, { id: households[1] });
    expect(household.requests).toEqual([{ id }]);
    await changesNothing(platform, town, async () => {
      expect(await town.admin.refused('addRequestHouseholds', { request: id, concerns })).toEqual({
        code: 'CONFLICT',
        field: 'input.concerns',
      });
      expect(await town.admin.refused('addRequestHouseholds', { request: id, concerns: {} })).toEqual({
        code: 'BAD_INPUT',
        field: 'input.concerns',
      });
    });
    await take(town.admin, 'withdrawRequest', id, { reason: '误报' });
    expect(await town.admin.refused('addRequestHouseholds', { request: id, concerns })).toEqual({
      code: 'CONFLICT',
      field: 'input.request',
    });
  });

  it('are added by whoever may raise a request for them, and by nobody out of reach of the request', async () => {
    const { town, blocks, households } = await settledTown(platform, 2);
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
    const elsewhere = await settledTown(platform, 1);
    const { id } = await raise(town, { household: households[0] }, 'id', member);
    const theirs = await raise(town, { place: { unit: blocks[1] } });
    await changesNothing(platform, town, async () => {
      for (const [concerns, field] of [
        [{ units: [blocks[1]] }, 'input.concerns.units.0'],
        [{ households: [elsewhere.households[0]] }, 'input.concerns.households.0'],
      ] as const) {
        expect(await member.refused('addRequestHouseholds', { request: id, concerns })).toEqual({
          code: 'NOT_FOUND',
          field,
        });
      }
      const concerns = { households: [households[0]] };
      for (const stranger of [member, elsewhere.town.admin]) {
        expect(await stranger.refused('addRequestHouseholds', { request: theirs.id, concerns })).toEqual({
          code: 'NOT_FOUND',
          field: 'input.request',
        });
      }
    });
  });
});
