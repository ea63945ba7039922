import { lackings } from './access/lacking.ts';
import { errorCodes } from './errors.ts';

/** The page docs/errors.md, written from the list of codes. */
export function errorsPage(): string {
  const rows = Object.entries(errorCodes).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
  const places = Object.entries(lackings).map(([place, meaning]) => `| \`${place}\` | ${meaning} |`);
  return `# Errors

Written by \`npm run docs\` from \`packages/api/src/errors.ts\`. Do not edit.

An error's \`extensions.code\` is one of these, for good: clients may depend on it. \`extensions.field\` is the path of the
input at fault, such as \`input.name\` or \`first\`. The message is for people, in Chinese, or in English where
\`Accept-Language\` prefers it; it may change.

With \`FORBIDDEN\`, \`extensions.scopes\` names the permissions that are missing, such as \`["party:read"]\`, by their names in
[access.md](access.md). It is left out where no permission would help, as of what is for people only.

To an application, which asks for scopes by the same names, \`extensions.missing\` says of each where it is missing, such as
\`[{ "scope": "party:read", "in": ["TOKEN", "CONSENT"] }]\`, and the message says so in words. All places are named, so that one round mends it:

| \`in\` | says |
| --- | --- |
${places.join('\n')}

| code | says |
| --- | --- |
${rows.join('\n')}
`;
}
