import type { Permission } from '../generated/graphql.ts';

/**
 * What the explorer begins with: something that whoever asks may ask. That is, for a person, who they are and where to try; for an
 * application with its `scopes`, who it is and what it sees of a town of the sandbox, where there is one. `comment` stands above it.
 */
export function beginningFor(
  scopes: readonly Permission[] | undefined,
  sandboxTown: string | undefined,
  comment: string,
): string {
  const lines = scopes ? ofApplication(scopes, sandboxTown) : ofPerson;
  return `# ${comment}\nquery WhoAmI {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
}

const ofPerson = [
  'viewer {',
  '  account { name }',
  '  permissions',
  '}',
  'sandbox {',
  '  beginsAnewAt',
  '  towns { code name consents }',
  '}',
];

function ofApplication(scopes: readonly Permission[], sandboxTown: string | undefined): string[] {
  const viewer = ['viewer {', '  application { name }', '  permissions', '}'];
  if (sandboxTown === undefined || !scopes.includes('TOWN_READ')) return viewer;
  const units = scopes.includes('UNIT_READ') ? ['  units(first: 5) {', '    nodes { name kind }', '  }'] : [];
  return [...viewer, `town(code: "${sandboxTown}") {`, '  name', ...units, '}'];
}
