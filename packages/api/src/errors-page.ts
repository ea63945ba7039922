import { errorCodes } from './errors.ts';

/** The page docs/errors.md, written from the list of codes. */
export function errorsPage(): string {
  const rows = Object.entries(errorCodes).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
  return `# Errors

Written by \`npm run docs\` from \`packages/api/src/errors.ts\`. Do not edit.

An error's \`extensions.code\` is one of these, for good: clients may depend on it. \`extensions.field\` is the path of the
input at fault, such as \`input.name\` or \`first\`. The message is for people, in Chinese, or in English where
\`Accept-Language\` prefers it; it may change.

With \`FORBIDDEN\`, \`extensions.scopes\` names the permissions that are missing, such as \`["party:read"]\`, by their names in
[access.md](access.md). An application asks for scopes by the same names: its token has to be for them, the town to consent to them, and
whoever it acts for to hold them. It is left out where no permission would help, as of what is for people only.

| code | says |
| --- | --- |
${rows.join('\n')}
`;
}
