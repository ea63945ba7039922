import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startPlatform } from './platform.ts';

const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);

/** The blocks of a language in a page, one after the other. */
const blocks = (markdown: string, language: string) =>
  [...markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, of, text = '']) => (of === language ? [text] : []));

test('the script of packages/schema runs as it stands, from its tarball in an empty project', async () => {
  const readme = await readFile(join(root, 'packages/schema/README.md'), 'utf8');
  const project = await mkdtemp(join(tmpdir(), 'lianxin-package-'));
  const env = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}`, HOME: project };
  const platform = await startPlatform();
  try {
    await run(process.execPath, [join(root, 'infra/launch.mjs'), 'package'], { cwd: root, env: process.env });
    const [install = ''] = blocks(readme, 'bash');
    const packed = join(root, 'packages/schema/dist');
    await writeFile(join(project, 'package.json'), '{ "private": true, "type": "module" }');
    await run('bash', ['-ec', install.replace('./lianxin', `${packed}/lianxin`)], { cwd: project, env });
    await writeFile(join(project, 'try.mjs'), blocks(readme, 'js').join('\n'));
    const { stdout: me } = await run(
      process.execPath,
      ['--import', 'tsx', 'src/signin/token.ts', 'officer-310112114'],
      {
        cwd: join(root, 'packages/api'),
        env: {
          ...env,
          DATABASE_URL: platform.databaseUrl,
          TSX_TSCONFIG_PATH: join(root, 'packages/api/tsconfig.json'),
        },
      },
    );
    const { stdout } = await run(process.execPath, ['try.mjs'], {
      cwd: project,
      env: { ...env, LIANXIN: platform.url, ME: me.trim() },
      timeout: 60_000,
    });
    expect(stdout).toBe(blocks(readme, 'text')[0]);
  } finally {
    await platform.stop();
    await rm(project, { recursive: true });
  }
});
