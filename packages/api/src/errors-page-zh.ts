import { type Lacking, lackings } from './access/lacking.ts';
import { type ErrorCode, errorCodes } from './errors.ts';

const says: Record<ErrorCode, string> = {
  UNAUTHENTICATED: '没有登录，或令牌已失效。',
  FORBIDDEN:
    '没有所需的权限；缺的是权限时，extensions.scopes 指出是哪些（access.md），应用所缺的，extensions.missing 指出缺在哪里。',
  NOT_FOUND: '没有该对象，或不对请求者开放；两者无法区分。',
  BAD_INPUT: '某个值有误，extensions.field 指出是哪一个。',
  CONFLICT: '变更与现有数据不符，或其间已被他人修改。',
  LIMIT_EXCEEDED: '超出上限；一次请求或一个调用者超出的，extensions.limit 指出是哪一种限制（limits.zh.md）。',
  UNAVAILABLE: '平台暂时无法响应，稍后重试可能成功。',
  BAD_QUERY: '请求的文本无法解析、不符合接口约定，或该地址不接受这样的请求。',
  PERSISTED_QUERY_NOT_FOUND: '没有登记该哈希值的操作，须连同全文一起发送。',
  INTERNAL: '平台出错，已用 extensions.reference 中的编号记入日志。',
};

const lacks: Record<Lacking, string> = {
  REGISTRATION: '应用登记时没有申请：用 `reviseApplication`（须写全应用的各项）或在“我的应用”中补充。',
  TOKEN: '令牌不含该权限：请换取含有它的令牌。',
  CONSENT: '街镇没有授权；不针对某一街镇的，是没有任何街镇授权。',
  PERSON: '应用所代表的个人在已授权的街镇没有该权限。',
  PEOPLE_ONLY: '任何应用都不能有。',
};

/** The page docs/errors.zh.md: what docs/errors.md says, in Chinese, of the same codes. */
export function errorsPageInChinese(): string {
  const codes = Object.keys(errorCodes).filter((code): code is ErrorCode => code in errorCodes);
  const places = Object.keys(lackings).filter((place): place is Lacking => place in lackings);
  return `# 错误代码

本页由 \`npm run docs\` 根据 \`packages/api/src/errors.ts\` 生成，请勿手工修改。

错误的 \`extensions.code\` 是下列之一，永久不变，程序可以依据它判断。\`extensions.field\` 是有误的输入的路径，如 \`input.name\` 或 \`first\`。错误说明供人阅读，默认中文，\`Accept-Language\` 要求时用英文；文字可能改变。

\`FORBIDDEN\` 的 \`extensions.scopes\` 列出缺少的权限，如 \`["party:read"]\`，名称与[权限对照表](access.md)相同。有了权限也不能办理的，例如只供个人办理的事项，没有 \`extensions.scopes\`。

应用按同样的名称申请权限。答复应用时，\`extensions.missing\` 说明每项权限缺在哪里，如 \`[{ "scope": "party:read", "in": ["TOKEN", "CONSENT"] }]\`，错误说明中也用文字写明。所有缺的地方一次列全，可以一次补齐：

| \`in\` | 含义 |
| --- | --- |
${places.map((place) => `| \`${place}\` | ${lacks[place]} |`).join('\n')}

| 代码 | 含义 |
| --- | --- |
${codes.map((code) => `| \`${code}\` | ${says[code]} |`).join('\n')}
`;
}
