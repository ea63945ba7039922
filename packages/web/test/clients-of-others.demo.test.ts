import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { generate } from '@graphql-codegen/cli';
import { expect, test } from 'vitest';
import { startPlatform } from './platform.ts';

const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);

interface Units {
  town: { units: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
}

test('Apollo Client goes through the pages of a list with its own helper, unchanged', async () => {
  const platform = await startPlatform();
  try {
    const { stdout: token } = await run(
      process.execPath,
      ['--import', 'tsx', 'src/signin/token.ts', 'admin-310112114'],
      {
        cwd: join(root, 'packages/api'),
        env: {
          ...process.env,
          DATABASE_URL: platform.databaseUrl,
          TSX_TSCONFIG_PATH: join(root, 'packages/api/tsconfig.json'),
        },
      },
    );
    const client = new ApolloClient({
      // As the web's own declaration of its client demands; nothing but how errors are shown.
      defaultOptions: { watchQuery: { errorPolicy: 'all' } },
      cache: new InMemoryCache({ typePolicies: { Town: { fields: { units: relayStylePagination(['kind']) } } } }),
      link: new HttpLink({ uri: `${platform.url}/graphql`, headers: { authorization: `Bearer ${token.trim()}` } }),
    });
    const query = gql`query Units($after: String) { town(code: "310112114") { id units(kind: BLOCK, first: 40, after: $after) {
      edges { cursor node { __typename id name } } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } } }`;
    const watched = client.watchQuery<Units>({ query });
    const read = () => client.readQuery<Units>({ query }) as Units;
    await client.query({ query });
    for (let pages = 1; read().town.units.pageInfo.hasNextPage; pages += 1) {
      expect(pages).toBeLessThan(20);
      await watched.fetchMore({ variables: { after: read().town.units.pageInfo.endCursor } });
    }
    const ids = read().town.units.edges.map(({ node }) => node.id);
    expect(ids.length).toBeGreaterThan(200);
    expect(new Set(ids).size).toBe(ids.length);
  } finally {
    await platform.stop();
  }
});

test('graphql-codegen makes types of the published schema that the published client knows', async () => {
  const project = await mkdtemp(join(tmpdir(), 'lianxin-codegen-'));
  try {
    await run(process.execPath, [join(root, 'infra/launch.mjs'), 'package'], { cwd: root });
    const published = join(project, 'node_modules/@lianxin/schema');
    for (const each of ['package.json', 'schema.graphql', 'dist']) {
      await cp(join(root, 'packages/schema', each), join(published, each), { recursive: true });
    }
    for (const name of ['graphql', '@graphql-typed-document-node']) {
      await symlink(join(root, 'packages/web/node_modules', name), join(project, 'node_modules', name));
    }
    const operation = `query Blocks($code: RegisterCode!, $after: String) { town(code: $code) {
      units(first: 5, after: $after) { nodes { id name kind } pageInfo { hasNextPage endCursor } } } }`;
    await writeFile(join(project, 'blocks.graphql'), operation);
    await generate(
      {
        schema: join(published, 'schema.graphql'),
        documents: join(project, 'blocks.graphql'),
        generates: { [`${join(project, 'gql')}/`]: { preset: 'client', config: { useTypeImports: true } } },
        silent: true,
      },
      true,
    );
    const script = (asked: string) => `import { connect } from '@lianxin/schema';
      import { BlocksDocument } from './gql/graphql';
      const lianxin = connect({ url: '', token: () => '' });
      for await (const unit of lianxin.each(BlocksDocument, { code: '310112114' }, (data) => data.town?.units)) {
        const name: string = unit.${asked};
        console.log(name);
      }`;
    const options = [
      '--strict',
      '--noEmit',
      '--target',
      'es2022',
      '--module',
      'esnext',
      '--moduleResolution',
      'bundler',
    ];
    const check = async (asked: string) => {
      await writeFile(join(project, 'script.ts'), script(asked));
      return run('tsc', [...options, '--skipLibCheck', 'script.ts'], { cwd: project }).then(
        () => '',
        ({ stdout }: { stdout: string }) => stdout,
      );
    };
    expect(await check('name')).toBe('');
    // What is not asked for is not there.
    expect(await check('code')).toContain("Property 'code' does not exist");
  } finally {
    await rm(project, { recursive: true });
  }
});
