import { objects } from './objects.ts';
import { operations } from './operations.ts';
import { permissionName } from './permission.type.ts';
import { type Permission, permissionNames, permissions } from './permissions.ts';
import { grantsOf, mayGive, type Role, roles } from './roles.ts';
import { throughOverlays } from './through-overlays.ts';

const roleNames = Object.keys(roles) as Role[];

/** The page docs/access.md, written from the access table so that it cannot say anything else. */
export function accessPage(): string {
  return [
    '# Access',
    '',
    'Written by `npm run docs` from `packages/api/src/access`. Do not edit.',
    '',
    '## What each role may do',
    '',
    'A cell says how far the permission carries: the team (with its block), the unit with all under it, what is below',
    "it, the town, the district's towns, or the platform. An empty cell: not at all. The public holds nothing.",
    '',
    'A household is reached through the geographic block that it is with today (it was last, or will be first), and for',
    `${[...throughOverlays].map((each) => `\`${each}\``).join(', ')} also through the blocks of overlays that hold it then.`,
    '',
    table(['Permission', 'Meaning', ...roleNames.map((role) => `\`${role}\``)], permissionNames.map(permissionRow)),
    '',
    '## What each field asks for',
    '',
    'Root fields and sensitive fields. Where a permission is asked for, holding it anywhere opens the field; how far it',
    'carries is checked row by row, and what is out of reach is not found.',
    '',
    table(
      ['Field', 'Asks for'],
      Object.entries(operations).map(([field, requirement]) => [`\`${field}\``, `\`${requirement}\``]),
    ),
    '',
    '## What each object asks for',
    '',
    'Objects of these types ask for a permission wherever they are answered, whatever leads to them: by `node`, by a field of',
    'another object, and in lists. Without it in the town of the object the field is null, or, where it may not be null,',
    '`FORBIDDEN`. What a change has made or left is answered to whoever made it. A unit tells what it is called to whoever is',
    'told of something there; all that leads on from it asks for `unit:read`.',
    '',
    table(
      ['Object', 'Asks for'],
      Object.entries(objects).map(([type, permission]) => [`\`${type}\``, `\`${permission}\``]),
    ),
    '',
    '## Who gives which role',
    '',
    table(
      ['Role', 'may give'],
      Object.entries(mayGive).map(([role, given]) => [`\`${role}\``, given.map((each) => `\`${each}\``).join(', ')]),
    ),
    '',
  ].join('\n');
}

function permissionRow(permission: Permission): string[] {
  const reach = roleNames.map((role) => grantsOf(role)[permission] ?? '');
  return [`\`${permission}\` (\`${permissionName(permission)}\`)`, permissions[permission], ...reach];
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
