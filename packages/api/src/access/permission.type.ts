import { registerEnumType } from 'type-graphql';
import { type Permission, permissionNames, permissions } from './permissions.ts';

/** The name of a permission in the schema: `unit:open` is UNIT_OPEN there, since an enum takes no colon. */
export function permissionName(permission: Permission): string {
  return permission.replace(/[:-]/g, '_').toUpperCase();
}

export const PermissionEnum = Object.fromEntries(
  permissionNames.map((permission) => [permissionName(permission), permissionName(permission)]),
);

registerEnumType(PermissionEnum, {
  name: 'Permission',
  description: 'What somebody may do. Each is a line of the access table, `noun:verb`.',
  valuesConfig: Object.fromEntries(
    permissionNames.map((permission) => [
      permissionName(permission),
      { description: `${permissions[permission]} (\`${permission}\`).` },
    ]),
  ),
});
