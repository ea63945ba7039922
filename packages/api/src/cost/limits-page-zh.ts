import { allowances } from './caller.ts';
import { type LimitName, limits, mostOfRecords, mostStored, mostStreams, openLimits, otherLimits } from './limits.ts';
import { counted, example, listTable, workTable } from './limits-page.ts';
import { lists } from './list-sizes.ts';
import { pauseAfterRefusal, quicklyRead } from './pauses.ts';
import { acrossTowns, change, download, page, points } from './price.ts';
import { tokenAllowances } from './token-allowances.ts';

const says: Record<LimitName, string> = {
  tokens: '文档中的词和符号',
  depth: '字段的层数，内省的字段不计',
  aliases: '文档中的别名',
  directives: '文档中的指令',
  repeats: '片段的引用，以及在同一选择中重复的字段名',
  selections: '字段和片段，片段每引用一次都展开计算',
  towns: '逐一读取的街镇，例如查询几个街镇的人员时',
  cost: `一次请求最多的点数；批量导出时，一类记录每一百条最多 ${counted(mostOfRecords)} 点`,
  streams: `一个账号、一个以自身身份使用的应用，或一个代表某人的应用，与同一进程同时打开的订阅；全部合计 ${counted(mostStreams)} 个`,
  townStreams:
    '一个街镇开设的全部账号，及其登记的应用，与同一进程同时打开的订阅；不由街镇开设的账号，连同其应用单独计算',
  downloads: '一个应用从同一进程同时下载的导出文件',
  budget: '调用者剩余的点数不足',
  entries: '某个字段的列表，实际条数超过计价时的条数',
  body: '请求超过 1 MB；可以导入文件的，超过 9 MB',
};

const callers: Record<keyof typeof allowances, { name: string; says: string }> = {
  account: { name: '账号', says: '使用平台网页的账号' },
  application: {
    name: '应用',
    says: '应用在每个授权的街镇各有一份，不论以自身身份还是代表他人；在沙箱中和不涉及街镇时，同一账号登记的全部应用共用一份',
  },
  nobody: { name: '未登录', says: '所有未登录者合计：读取接口约定、接受邀请' },
};

const tokens: Record<keyof typeof tokenAllowances, string> = {
  itself: '以应用自身的身份（客户端凭据）',
  person: '代表每一位授权的用户（授权码和刷新令牌）',
};

const namesIn = <Name extends string>(of: Readonly<Record<Name, unknown>>): Name[] =>
  Object.keys(of).filter((name): name is Name => name in of);

/** The page docs/limits.zh.md: what docs/limits.md says, in Chinese, with the same numbers. */
export function limitsPageInChinese(): string {
  const { assumedSize = 0, spare = 0 } = lists['Household.residents'] ?? {};
  const each = (most: { readonly [name in LimitName]?: { most: number } }, name: LimitName) =>
    `| \`${name}\` | ${counted(most[name]?.most ?? 0)} | ${says[name]} |`;
  const across = `\`${[...acrossTowns].join('` 和 `')}\``;
  const { capacity, restoresPerSecond } = allowances.application;
  const { account } = allowances;
  return `# 限制与点数

本页由 \`npm run docs\` 根据 \`packages/api/src/cost\` 生成，请勿手工修改。

对请求的限制只有一种：以点数计的代价。一次请求最多要多少点，在执行之前只根据它的文本和变量、按接口约定中的单价（\`packages/schema/schema.graphql\` 中的
\`@cost\` 和 \`@listSize\`）就能算出；获准执行的请求，此后不会因点数被拒绝。下列数字属于接口约定。

## 一次请求要多少点

一点大约是服务器一个核心的百万分之一秒。一次请求的点数是下列各项之和：

| 项目 | 点数 |
| --- | ---: |
| 答复的每个值，列表中的值同样计算 | ${points.value} |
| 答复的每个对象 | ${points.object} |
| 请求中每一处查询对象的地方，不论对象多少；已经在一页之中的（\`nodes\`、\`edges\`、\`node\`、\`pageInfo\`）不计 | ${points.place} |
| 其中查询一页对象的每一处，改计 | ${counted(points.page)} |
| 工作量，见 \`@cost(weight:)\`：字段所在的每个对象计一次；标有 \`once: true\` 的，每处计一次 | |

对象的数量按参数估算，没有参数的按 \`@listSize\` 估算：

- 一页的条数由 \`first\` 或 \`last\` 决定，1 到 100，未写明时为 ${page.assumedSize}。其他列表的条数由 \`slicingArguments\` 列出的参数决定：\`households(ids:)\` 有几个编号就有几条。
- 没有参数决定条数的列表，所属的每个对象按 \`assumedSize\` 条计价，同一处的这类列表合计再加 \`spare\` 条。因此一户最多可有 ${counted(assumedSize + spare)} 名居民，一页 50 户合计最多 ${counted(50 * assumedSize + spare)} 名。
- 接口或联合可能是几种类型的，按最贵的计价。
- 同一字段查询两次，计价两次。被 \`@skip\` 或 \`@include\` 去掉的不计价。

例如，\`{ town(code: "310112114") { units(first: 20) { nodes { id name } } } }\` 最多要：街镇 ${points.place} + ${points.object}，这一页 ${points.page} + ${points.object}，单位 20 × (${points.object} + 2)，共 ${counted(example(20))} 点。街镇只有 12 个单位时，实际用 ${counted(example(12))} 点。

## 一次请求的上限

| \`extensions.limit\` | 最多 | 说明 |
| --- | ---: | --- |
${namesIn(limits)
  .map((name) => each(limits, name))
  .join('\n')}
${namesIn(otherLimits)
  .map((name) => `| \`${name}\` | | ${says[name]} |`)
  .join('\n')}

## 同时可以打开多少

| \`extensions.limit\` | 最多 | 说明 |
| --- | ---: | --- |
${namesIn(openLimits)
  .map((name) => each(openLimits, name))
  .join('\n')}

## 调用者有多少点

| 调用者 | 一次最多 | 每秒恢复 | 说明 |
| --- | ---: | ---: | --- |
${namesIn(allowances)
  .map((name) => {
    const { capacity, restoresPerSecond } = allowances[name];
    return `| ${callers[name].name} | ${counted(capacity)} | ${counted(restoresPerSecond)} | ${callers[name].says} |`;
  })
  .join('\n')}

请求开始时按上限预占点数，结束时退回没有用完的部分。点数不足时，等候同一调用者正在执行的请求退回点数；仍然不足的被拒绝，并在 \`retryAfter\` 中说明要等几秒。

应用的请求中，根字段的点数由其参数指明的街镇支付：几个街镇的平分，没有指明街镇的不由街镇支付；试用街镇不替其他街镇支付。${across} 答复的对象可能属于任何街镇，无论出现在哪里都不由街镇支付，例如 \`Town.district { towns { … } }\`。点数在同一平台的所有进程之间通用，平台运营者可以成倍调整（\`BUDGET_TIMES\`）。

订阅的每个事件，都按一次请求计点和计次，其点数是订阅的上限，开始订阅时也计一次。点数用完时，订阅以限制为 \`budget\` 的错误告知并结束。等待 \`retryAfter\` 秒后，用最后收到的游标重新订阅，\`Subscription.events\` 会从没有告知的部分继续。

## 令牌

应用一次最多可以取得下列数量的令牌（所有进程合计），此后每隔规定的秒数再得一个。令牌一小时内有效：请保存使用，到期再取。

| 令牌 | 一次最多 | 再得一个 |
| --- | ---: | ---: |
${namesIn(tokenAllowances)
  .map((name) => {
    const { atOnce, secondsEach } = tokenAllowances[name];
    return `| ${tokens[name]} | ${counted(atOnce)} | ${secondsEach} 秒 |`;
  })
  .join('\n')}

超出时，\`/oidc/token\` 以 HTTP 429、错误 \`slow_down\` 和 \`Retry-After\`（秒）答复；这样被拒绝的授权码或刷新令牌没有用掉，可以再用。不能证明是该应用的请求不占用这些数量；\`BUDGET_TIMES\` 不影响令牌数量。

## 答复中的说明

对应用的每次答复，以及请求头带有 \`Lianxin-Cost: 1\` 的每次答复，都有 \`extensions.cost\`：

\`\`\`json
{ "asked": ${example(20)}, "used": ${example(12)}, "left": ${account.capacity - example(12)}, "capacity": ${account.capacity}, "restoresPerSecond": ${account.restoresPerSecond} }
\`\`\`

\`asked\` 是这次请求最多可能要的点数，\`used\` 是实际用的点数，\`left\` 是答复的进程所知的剩余点数：其他进程可能正在使用。\`capacity\` 是调用者一段时间不用之后最多有的点数。

应用的请求由几个街镇支付，或者一部分由街镇支付、一部分不由街镇支付的，\`paidBy\` 分别列出各自的数字：

\`\`\`json
{ "asked": 700, "used": 540, "left": 11666000, "capacity": 11666666, "restoresPerSecond": 116666,
  "paidBy": [
    { "town": "310112114", "asked": 300, "used": 300, "left": 4999700, "capacity": 5000000, "restoresPerSecond": 50000 },
    { "town": null, "asked": 400, "used": 240, "left": 4999760, "capacity": 5000000, "restoresPerSecond": 50000 } ] }
\`\`\`

这时总的 \`left\`、\`capacity\` 和 \`restoresPerSecond\`，按最先用完的那一行还能支付这样的请求多少次来计算，单位仍是点：只要 \`left\` 不小于 \`asked\`，请求就可以发送。

请求头带有 \`Lianxin-Preflight: 1\` 的请求，只检查和计价，不执行，用 1 点。答复为 \`data: null\`，\`extensions.cost\` 中另有 \`heaviest\`（点数最多部分的路径）和 \`heaviestAsked\`（这部分最多要的点数），点数暂时不足的还有 \`retryAfter\`。文档有误、超出限制或点数不足的，此时同样被拒绝；权限和参数在执行时才检查。

## 被拒绝时

被拒绝的请求，\`extensions.code\` 是 \`LIMIT_EXCEEDED\`，\`extensions.limit\` 是上面的名称，\`locations\` 指出超出的位置。能够确定的，还有：\`extensions.part\`，该部分在答复中的路径；\`extensions.asked\`，请求可能要的点数；\`extensions.partAsked\`，该部分可能要的点数；\`extensions.retryAfter\`，原样重发之前要等的秒数。其余的须改小后再发。HTTP 状态为 400；\`budget\` 和 \`downloads\`
为 429，并有 \`Retry-After\`；\`body\` 为 413。订阅以 200 答复，唯一的事件就是拒绝；\`streams\` 和 \`townStreams\` 须先关闭另一个订阅。

每次这样拒绝之后，平台等 ${pauseAfterRefusal} 毫秒再读取该调用者的下一个请求（同一进程的所有连接依次排队），以免影响他人。同样，读取请求内容，或第一次检查和计价一个文档，超过 ${quicklyRead} 毫秒的，发送者要等四倍的时间；已知的文档不必再等。

如果指出的部分与整个请求相比只占很少的点数，说明这样的部分太多：请分几次请求。

有两种在执行过程中出现，只影响所在的字段，其余照常答复：\`towns\`，以及列表实际条数超过计价条数的 \`entries\`。请把列表所属的那一页改小，这样同样的余量由较少的对象分摊。

各项功能自身的限制（例如一个街镇最多有多少类别）没有 \`limit\`，由 \`extensions.field\` 指出有误的输入。一个应用最多登记 ${counted(mostStored.operations)} 个操作，文档合计最多 ${counted(mostStored.bytes)} 字节；应用停用后即行删除。

## 导出文件

每次请求导出文件（包括只请求一部分，或只请求文件头）用 ${counted(download.request)} 点，答复的每 ${download.bytes} 字节用 1 点，由申请导出时所用的那一份支付。点数不够这次请求的被拒绝，限制为 \`budget\`，HTTP 状态 429，并有 \`Retry-After\`；下载过程中用完的，随点数恢复继续下载。一次最多有 ${counted(capacity / restoresPerSecond)} 秒的点数，因此约 ${counted((capacity * download.bytes) / 1e6)} MB 以内的文件不会停顿。

## 工作量

被拒绝的修改退回工作量，只留 ${counted(change.weight)} 点，下表另有规定的除外；因 \`FORBIDDEN\` 或 \`UNAUTHENTICATED\` 被拒绝的，一律退回。
每个修改（mutation）的工作量为 ${counted(change.weight)} 点，下表另有规定的除外。

| 字段 | 点数 | 计算 |
| --- | ---: | --- |
${workTable({ once: '每处', each: '每个对象', evenRefused: '，被拒绝的也计' })}

## 列表

枚举的列表，条数与枚举的值一样多。分页的列表不在此列。

| 字段 | 条数 | 余量 | 由参数决定 |
| --- | ---: | ---: | --- |
${listTable('，对应')}
`;
}
