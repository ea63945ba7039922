import { permissionName } from './permission.type.ts';
import { permissions } from './permissions.ts';
import { opensPersonalData, scopes } from './scopes.ts';

/** The scopes as a file of packages/schema, for those who write applications. */
export function scopeCatalogue(): string {
  const entries = scopes.map(
    (scope) => `  '${scope}': {
    permission: '${permissionName(scope)}',
    says: ${quoted(permissions[scope])},
    opensPersonalData: ${opensPersonalData.has(scope)},
  },
`,
  );
  return `/** What an application may ask for, by the names of OAuth 2. Written by \`npm run schema\`: do not edit. */
export const scopes = {
${entries.join('')}} as const;

export type Scope = keyof typeof scopes;
`;
}

function quoted(text: string): string {
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}
