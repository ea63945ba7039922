import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

// The peer, in a process of its own: PostGraphile on the product's database, as the application's role, with row-level
// security. DATABASE_URL is where the application signs in; TOKENS says in which town who holds a token works, null for the platform.
const tokens: Record<string, number | null> = JSON.parse(process.env.TOKENS ?? '{}');

const preset: GraphileConfig.Preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL ?? '',
      schemas: ['peer'],
      pubsub: false,
      poolSize: 10,
      pgSettingsForIntrospection: { role: 'app_town' },
    } as never),
  ],
  grafserv: { graphiql: false, watch: false },
  grafast: {
    context: ({ node }) => {
      const town = tokens[node?.req.headers.authorization?.slice('Bearer '.length) ?? ''];
      if (town === undefined) throw new Error('Nobody is signed in');
      return { pgSettings: town === null ? { role: 'app_platform' } : { role: 'app_town', 'app.town_id': `${town}` } };
    },
  },
};

const served = postgraphile(preset).createServ(grafserv);
const server = createServer();
await served.addTo(server);
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
