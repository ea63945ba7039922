import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { settledTown } from '../households/household.fixture.ts';
import { jpeg } from '../photos/photo.fixture.ts';
import { explained, subject } from '../requests/request.fixture.ts';
import { visitInput } from './visit.fixture.ts';

const platform = testPlatform();

describe('what is asked for at a visit', () => {
  it('is raised as requests of the household with the visit, once, and handled at once where it was', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const member = await town.account('TEAM_LEAD', { team: await town.formTeam(blocks[0]) });
    const lamp = { subject: await subject(town), description: '楼道灯坏了' };
    const explainedAt = { ...lamp, description: '要求拆除邻居花架', ...explained(await town.person('王芳')) };
    const clientId = randomUUID();
    const input = await visitInput(town, households[0], '2024-05-01', { clientId, requests: [lamp, explainedAt] });
    const selection = 'visit { id requests { number source state raisedOn household { code } visit { visitedOn } } }';
    const { visit } = await member.do('recordVisit', input, selection);
    const raised = { source: 'VISIT', raisedOn: '2024-05-01', visit: { visitedOn: '2024-05-01' } };
    expect(visit.requests).toMatchObject([
      { ...raised, state: 'RAISED' },
      { ...raised, state: 'HANDLED' },
    ]);
    expect((await member.do('recordVisit', input, selection)).visit).toEqual(visit);
    const { town: read } = await town.admin.ask(
      'query($code: RegisterCode!) { town(code: $code) { requests { totalCount } } }',
      { code: town.code },
    );
    expect(read.requests.totalCount).toBe(2);
  });

  it('shows the photographs that the visitor took, also where somebody else records a visit that was held', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const team = await town.formTeam(blocks[0]);
    const member = await town.account('TEAM_MEMBER', { team });
    const lead = await town.account('TEAM_LEAD', { team });
    const content = jpeg().toString('base64');
    const { photo } = await member.do('addPhoto', { town: town.code, content }, 'photo { id }');
    const asked = { subject: await subject(town), description: '楼道灯坏了', photos: [photo.id] };
    const at = { clientId: randomUUID(), notedAt: new Date(), visitedOn: '2099-01-01', requests: [asked] };
    const visit = await visitInput(town, households[0], undefined, at);
    const notFound = { code: 'NOT_FOUND', field: 'input.requests.0.photos.0' };
    expect(await lead.refused('recordVisit', { ...visit, visitedOn: '2024-05-01' })).toEqual(notFound);
    const { results } = await member.do('syncVisits', { town: town.code, visits: [visit] }, 'results { held { id } }');
    const input = { held: results[0].held.id, visitedOn: '2024-05-01' };
    const selection = 'visit { requests { photos { id } } }';
    const recorded = await lead.do('recordHeldVisit', input, selection);
    expect(recorded.visit.requests).toEqual([{ photos: [{ id: photo.id }] }]);
  });

  it('that cannot be raised keeps the visit from being recorded, on the field at fault', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
    const elsewhere = await subject(await platform.newTown());
    const own = await subject(town);
    const asked = { subject: own, description: '楼道灯坏了' };
    const wrong: [unknown[], string, string][] = [
      [[asked, { ...asked, subject: elsewhere }], 'NOT_FOUND', 'input.requests.1.subject'],
      [[{ ...asked, description: ' ' }], 'BAD_INPUT', 'input.requests.0.description'],
      [[{ ...asked, handlingClass: 'MIXED' }], 'FORBIDDEN', 'input.requests.0.handlingClass'],
      [Array.from({ length: 11 }, () => asked), 'BAD_INPUT', 'input.requests'],
    ];
    const inputs = await Promise.all(
      wrong.map(([requests]) => visitInput(town, households[0], undefined, { requests })),
    );
    await changesNothing(platform, town, async () => {
      for (const [index, [, code, field]] of wrong.entries()) {
        expect(await member.refused('recordVisit', inputs[index] ?? {})).toEqual({ code, field });
      }
    });
  });
});
