import { changelog, read, write } from './files.ts';

// npm run release -- VERSION: what there is becomes what was released.
const [version = ''] = process.argv.slice(2);
const manifest = JSON.parse(read('package.json')) as { version: string };
if (!/^\d+\.\d+\.\d+$/.test(version) || !isLater(version, manifest.version)) {
  console.error(`npm run release -- VERSION: a version after ${manifest.version}, such as 1.2.0`);
  process.exit(2);
}
const today = new Date().toISOString().slice(0, 10);
write(
  'CHANGELOG.md',
  (await changelog()).replace('## Unreleased\n', `## Unreleased\n\nNothing.\n\n## ${version}, ${today}\n`),
);
write('released.graphql', read('schema.graphql'));
write('breaking-changes.json', '[]\n');
write('package.json', read('package.json').replace(`"version": "${manifest.version}"`, `"version": "${version}"`));

function isLater(one: string, other: string): boolean {
  return one.localeCompare(other, 'en', { numeric: true }) > 0;
}
