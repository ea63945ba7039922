import { describe, expect, it } from 'vitest';
import { ApiClient } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { consent, registerApplication } from './application.fixture.ts';

const platform = testPlatform();
const scopes = ['TOWN_READ', 'UNIT_READ'];
const selection = 'token scopes expiresAt';

describe('a trial token', () => {
  it('is for what the application asks for, or for less, and sees what towns consented to', async () => {
    const [town, other] = [await platform.newTown(), await platform.newTown()];
    const application = await registerApplication(platform, scopes);
    await consent(town, application, ['TOWN_READ', 'UNIT_READ']);
    const query =
      'query($code: RegisterCode!) { town(code: $code) { name units(first: 1) { nodes { id } } } viewer { application { clientId } } }';
    const issued = await platform.operator.do('issueTrialToken', { application: application.id }, selection);
    expect(issued.scopes).toEqual(scopes);
    expect(Date.parse(issued.expiresAt) - Date.now()).toBeGreaterThan(590_000);
    expect(Date.parse(issued.expiresAt) - Date.now()).toBeLessThanOrEqual(600_000);
    const client = new ApiClient(platform.url, issued.token);
    const { data } = await client.send(query, { code: town.code });
    expect([data.town.units.nodes.length, data.viewer.application.clientId]).toEqual([1, application.clientId]);
    expect((await client.send(query, { code: other.code })).errors[0]?.extensions.code).toBe('NOT_FOUND');
    const input = { application: application.id, scopes: ['TOWN_READ'] };
    const narrow = await platform.operator.do('issueTrialToken', input, selection);
    expect(narrow.scopes).toEqual(['TOWN_READ']);
    const less = await new ApiClient(platform.url, narrow.token).send(query, { code: town.code });
    expect(less.data.town.units).toBeNull();
  });

  it('ends after ten minutes, with the application, and when it is revoked as any token of the application', async () => {
    const application = await registerApplication(platform, scopes);
    const issue = async () =>
      (await platform.operator.do('issueTrialToken', { application: application.id }, selection)).token;
    const status = async (token: string) => (await new ApiClient(platform.url, token).send('{ __typename }')).status;
    const [first, second] = [await issue(), await issue()];
    expect([await status(first), await status(second)]).toEqual([200, 200]);
    const ask = (path: string) =>
      fetch(`${platform.url}/oidc/token/${path}`, {
        method: 'POST',
        body: new URLSearchParams({
          ...{ token: first, client_id: application.clientId, client_secret: application.secret },
        }),
      }).then((response) => response.text());
    expect(JSON.parse(await ask('introspection'))).toMatchObject({
      ...{ active: true, client_id: application.clientId, scope: 'town:read unit:read' },
    });
    await ask('revocation');
    platform.advance(4000);
    expect([await status(first), await status(second)]).toEqual([401, 200]);
    platform.advance(600_000);
    expect(await status(second)).toBe(401);
    const third = await issue();
    await platform.operator.do('endApplication', { application: application.id }, 'application { id }');
    platform.advance(4000);
    expect(await status(third)).toBe(401);
    expect(await platform.operator.refused('issueTrialToken', { application: application.id })).toEqual({
      ...{ code: 'CONFLICT', field: 'input.application' },
    });
  });

  it('is told once, and kept by nobody', async () => {
    const application = await registerApplication(platform, scopes);
    const input = { application: application.id, idempotencyKey: `trial-${application.clientId}` };
    const { token } = await platform.operator.do('issueTrialToken', input, selection);
    expect((await platform.operator.do('issueTrialToken', input, selection)).token).toBeNull();
    const [{ all } = { all: '' }] = await platform.database.sql<{ all: string }>(
      `select (select string_agg(o::text, '') from oidc_record o) || (select string_agg(i::text, '') from idempotency_record i) as all`,
    );
    expect(all).toContain(application.clientId);
    expect(all).not.toContain(token);
  });

  it('is made by whoever registered the application, for no more than it asks for', async () => {
    const town = await platform.newTown();
    const application = await registerApplication(platform, scopes);
    const input = { application: application.id };
    expect(await town.admin.refused('issueTrialToken', input)).toEqual({
      ...{ code: 'NOT_FOUND', field: 'input.application' },
    });
    const { token } = await platform.operator.do('issueTrialToken', input, selection);
    expect(await new ApiClient(platform.url, token).refused('issueTrialToken', input)).toEqual({ code: 'FORBIDDEN' });
    const refused = (asked: string[]) => platform.operator.refused('issueTrialToken', { ...input, scopes: asked });
    expect(await refused(['TOWN_READ', 'VISIT_READ'])).toEqual({ code: 'BAD_INPUT', field: 'input.scopes.1' });
    expect(await refused([])).toEqual({ code: 'BAD_INPUT', field: 'input.scopes' });
  });

  it('is not made of an application that keeps no secret, nor would one be taken, since it acts for people alone', async () => {
    const town = await platform.newTown();
    const kept = { confidential: false, redirectUris: ['https://a.example/back'] };
    const application = await registerApplication(platform, scopes, platform.operator, kept);
    await consent(town, application, scopes);
    expect(await platform.operator.refused('issueTrialToken', { application: application.id })).toEqual({
      ...{ code: 'CONFLICT', field: 'input.application' },
    });
    const client = await platform.provider.Client.find(application.clientId);
    if (!client) throw new Error('There is no such client');
    const token = await new platform.provider.ClientCredentials({ client, scope: 'town:read unit:read' }).save();
    expect((await new ApiClient(platform.url, token).send('{ __typename }')).status).toBe(401);
  });
});
