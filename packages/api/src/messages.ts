import { accountMessages } from './accounts/account.messages.ts';
import { applicationMessages } from './applications/application.messages.ts';
import { boardMessages } from './boards/board.messages.ts';
import { calendarMessages } from './calendars/calendar.messages.ts';
import { callMessages } from './calls/call.messages.ts';
import { categoryMessages } from './categories/category.messages.ts';
import { contactRuleMessages } from './contact-rules/contact-rule.messages.ts';
import { contestMessages } from './contests/contest.messages.ts';
import { coverageMessages } from './coverage/coverage.messages.ts';
import { deliberationMessages } from './deliberations/deliberation.messages.ts';
import { draftMessages } from './drafts/draft.messages.ts';
import { enactmentMessages } from './enactments/enactment.messages.ts';
import { exportMessages } from './exports/export.messages.ts';
import { figureSnapshotMessages } from './figure-snapshots/figure-snapshot.messages.ts';
import { figureMessages } from './figures/figure.messages.ts';
import { heldVisitMessages } from './held-visits/held-visit.messages.ts';
import { householdImportMessages } from './household-imports/household-import.messages.ts';
import { householdMessages } from './households/household.messages.ts';
import { importMessages } from './imports/import.messages.ts';
import { inspectionMessages } from './inspections/inspection.messages.ts';
import { jobPlacementMessages } from './job-placements/job-placement.messages.ts';
import { liveMessages } from './live/live.messages.ts';
import { mediationMessages } from './mediations/mediation.messages.ts';
import { noticeMessages } from './notices/notice.messages.ts';
import { organizationImportMessages } from './organization-imports/organization-import.messages.ts';
import { organizationMessages } from './organizations/organization.messages.ts';
import { pairingMessages } from './pairings/pairing.messages.ts';
import { partyOrganizationMessages } from './party-organizations/party-organization.messages.ts';
import { partyWorkMessages } from './party-work/party-work.messages.ts';
import { patrolMessages } from './patrols/patrol.messages.ts';
import { personMessages } from './people/person.messages.ts';
import { petitionMessages } from './petitions/petition.messages.ts';
import { photoMessages } from './photos/photo.messages.ts';
import { programmeOfferMessages } from './programme-offers/programme-offer.messages.ts';
import { programmeMessages } from './programmes/programme.messages.ts';
import { projectMessages } from './projects/project.messages.ts';
import { publicationMessages } from './publications/publication.messages.ts';
import { reliefMessages } from './relief/relief.messages.ts';
import { reliefCampaignMessages } from './relief-campaigns/relief-campaign.messages.ts';
import { reliefFundMessages } from './relief-funds/relief-fund.messages.ts';
import { reportedFigureMessages } from './reported-figures/reported-figure.messages.ts';
import { requestMessages } from './requests/request.messages.ts';
import { residentMessages } from './residents/resident.messages.ts';
import { restructuringMessages } from './restructurings/restructuring.messages.ts';
import { storedOperationMessages } from './stored-operations/stored-operation.messages.ts';
import { recurringSubjectMessages } from './subjects/recurring-subject.messages.ts';
import { teamMessages } from './teams/team.messages.ts';
import { townMessages } from './towns/town.messages.ts';
import { unitMessages } from './units/unit.messages.ts';
import { usageMessages } from './usage/usage.messages.ts';
import { visitMessages } from './visits/visit.messages.ts';
import { volunteerMessages } from './volunteers/volunteer.messages.ts';
import { webhookMessages } from './webhooks/webhook.messages.ts';

/** What refusals say to people. `{name}` stands for a value of the refusal's detail. */
const en = {
  unauthenticated: 'Please sign in.',
  forbidden: 'You have no permission for this.',
  forbiddenWithout: 'You have no permission for this. Missing: {missing}.',
  forbiddenToApplication: 'The application has no permission for this. Missing: {missing}.',
  lackedScope: '{scope} ({where})',
  lackedByRegistration: 'the application does not ask for it',
  lackedByToken: 'not in the token',
  lackedByConsent: 'not consented to by the town',
  lackedByPerson: 'not held by whoever it acts for',
  lackedByApplications: 'for people only',
  listSeparator: ', ',
  notFound: 'Not found.',
  internal: 'Something went wrong. If it stays so, tell us the reference {reference}.',
  unavailable: 'The platform cannot answer at the moment. Please try again.',
  badQuery: '{reason}',
  badValue: 'This value is not of the right form.',
  required: 'Please enter a value.',
  tooLong: 'At most {most} characters.',
  invisibleCharacters: 'Control characters and invisible characters are not allowed here.',
  controlCharacters: 'Line breaks, control characters and invisible characters are not allowed here.',
  dateBeforeBeginning: 'The date is before {date}, when this began.',
  dateBeforeChange: 'There is a later change on {date}; a change must not be dated before it.',
  dateBeyond: 'The date is too far from today.',
  pageSize: 'Between 1 and 100 at a time.',
  pageDirection: 'Use first and after, or last and before, not both.',
  badCursor: 'This cursor is not from this list.',
  nameTaken: 'This name is in use there.',
  alreadyEnded: 'This has already ended.',
  endedBefore: 'It ended on {date}.',
  versionConflict: 'Somebody else has changed this meanwhile. Look at it again before you change it.',
  idempotencyKey: 'A key of 1 to 255 visible characters.',
  idempotencyReused: 'This key was used for another input within the last 24 hours.',
  bodyTooLarge: 'What was sent is larger than {most} MB.',
  tooManyTowns: 'One operation reads at most {most} towns one by one.',
  tooDeep: 'The query is nested more than {most} levels deep.',
  tooManyTokens: 'The query has more than {most} words and signs.',
  tooManyAliases: 'The query has more than {most} aliases.',
  tooManyDirectives: 'The query has more than {most} directives.',
  tooManyRepeats: 'The query spreads fragments and repeats fields more than {most} times.',
  tooManySelections: 'The query has more than {most} fields, with its fragments written out.',
  tooCostly:
    'The query may cost {asked} points, of at most {most}; its costliest part is {part} with {partAsked}. Ask for smaller pages or less at once.',
  listTooLong:
    'There are more entries than the {most} that the query was priced at. Ask for smaller pages of what the lists hang on.',
  overBudget: 'The query may cost {asked} points, and {left} are left. Try again in {seconds} seconds.',
  listedTwice: 'This is listed twice.',
  dateAhead: 'The date lies ahead.',
  tooMany: 'At most {most}.',
  between: 'Between 1 and {most}.',
  numberBetween: 'From {least} to {most}.',
  conflictingData: 'The change does not fit what is stored.',
  ...townMessages.en,
  ...unitMessages.en,
  ...personMessages.en,
  ...teamMessages.en,
  ...noticeMessages.en,
  ...publicationMessages.en,
  ...boardMessages.en,
  ...accountMessages.en,
  ...applicationMessages.en,
  ...webhookMessages.en,
  ...storedOperationMessages.en,
  ...usageMessages.en,
  ...photoMessages.en,
  ...householdMessages.en,
  ...residentMessages.en,
  ...categoryMessages.en,
  ...calendarMessages.en,
  ...requestMessages.en,
  ...visitMessages.en,
  ...heldVisitMessages.en,
  ...contactRuleMessages.en,
  ...callMessages.en,
  ...petitionMessages.en,
  ...mediationMessages.en,
  ...inspectionMessages.en,
  ...deliberationMessages.en,
  ...patrolMessages.en,
  ...projectMessages.en,
  ...reliefFundMessages.en,
  ...jobPlacementMessages.en,
  ...pairingMessages.en,
  ...contestMessages.en,
  ...programmeOfferMessages.en,
  ...programmeMessages.en,
  ...volunteerMessages.en,
  ...reliefMessages.en,
  ...reliefCampaignMessages.en,
  ...partyWorkMessages.en,
  ...organizationMessages.en,
  ...organizationImportMessages.en,
  ...partyOrganizationMessages.en,
  ...coverageMessages.en,
  ...enactmentMessages.en,
  ...restructuringMessages.en,
  ...draftMessages.en,
  ...figureMessages.en,
  ...reportedFigureMessages.en,
  ...exportMessages.en,
  ...figureSnapshotMessages.en,
  ...liveMessages.en,
  ...recurringSubjectMessages.en,
  ...importMessages.en,
  ...householdImportMessages.en,
};

export type Messages = Record<keyof typeof en, string>;
export type Language = 'zh' | 'en';

const zh: Messages = {
  unauthenticated: '请先登录。',
  forbidden: '您没有此项权限。',
  forbiddenWithout: '您没有此项权限，缺少 {missing}。',
  forbiddenToApplication: '应用没有此项权限，缺少 {missing}。',
  lackedScope: '{scope}（{where}）',
  lackedByRegistration: '应用登记时未申请',
  lackedByToken: '令牌中没有',
  lackedByConsent: '街镇未授权',
  lackedByPerson: '所代表的人没有',
  lackedByApplications: '应用不能使用',
  listSeparator: '、',
  notFound: '未找到。',
  internal: '系统出错。如持续出现，请提供编号 {reference}。',
  unavailable: '平台暂时无法响应，请稍后再试。',
  badQuery: '{reason}',
  badValue: '格式不正确。',
  required: '请填写。',
  tooLong: '最多 {most} 个字符。',
  invisibleCharacters: '不允许控制字符和不可见字符。',
  controlCharacters: '此处不能包含换行、控制字符或不可见字符。',
  dateBeforeBeginning: '日期早于开始日期 {date}。',
  dateBeforeChange: '{date} 已有更晚的变更，新变更的日期不能早于它。',
  dateBeyond: '日期距今过远。',
  pageSize: '每次 1 到 100 条。',
  pageDirection: '请使用 first 和 after，或 last 和 before，不能同时使用。',
  badCursor: '该游标不属于此列表。',
  nameTaken: '该名称已被使用。',
  alreadyEnded: '已经结束。',
  endedBefore: '已于 {date} 结束。',
  versionConflict: '其他人已修改此项，请查看后再改。',
  idempotencyKey: '1 到 255 个可见字符。',
  idempotencyReused: '该幂等键在 24 小时内已用于另一请求。',
  bodyTooLarge: '发送的内容超过 {most} MB。',
  tooManyTowns: '一次操作最多逐个读取 {most} 个镇。',
  tooDeep: '查询嵌套超过 {most} 层。',
  tooManyTokens: '查询语句过长，最多 {most} 个词元。',
  tooManyAliases: '查询中的别名最多 {most} 个。',
  tooManyDirectives: '查询中的指令最多 {most} 个。',
  tooManyRepeats: '查询中引用片段和重复字段最多 {most} 次。',
  tooManySelections: '片段展开后，查询最多 {most} 个字段。',
  tooCostly:
    '该查询最多可能消耗 {asked} 点，上限为 {most} 点，其中消耗最大的部分是 {part}（{partAsked} 点）。请减小分页或分次查询。',
  listTooLong: '实际条目超过该查询计价时的 {most} 条，请减小上级列表的分页后再查询。',
  overBudget: '该查询最多可能消耗 {asked} 点，目前剩余 {left} 点，请在 {seconds} 秒后重试。',
  listedTwice: '重复列出。',
  dateAhead: '日期尚未到来。',
  tooMany: '最多 {most} 个。',
  between: '1 到 {most} 个。',
  numberBetween: '须在 {least} 至 {most} 之间。',
  conflictingData: '该变更与已有数据冲突。',
  ...townMessages.zh,
  ...unitMessages.zh,
  ...personMessages.zh,
  ...teamMessages.zh,
  ...noticeMessages.zh,
  ...publicationMessages.zh,
  ...boardMessages.zh,
  ...accountMessages.zh,
  ...applicationMessages.zh,
  ...webhookMessages.zh,
  ...storedOperationMessages.zh,
  ...usageMessages.zh,
  ...photoMessages.zh,
  ...householdMessages.zh,
  ...residentMessages.zh,
  ...categoryMessages.zh,
  ...calendarMessages.zh,
  ...requestMessages.zh,
  ...visitMessages.zh,
  ...heldVisitMessages.zh,
  ...contactRuleMessages.zh,
  ...callMessages.zh,
  ...petitionMessages.zh,
  ...mediationMessages.zh,
  ...inspectionMessages.zh,
  ...deliberationMessages.zh,
  ...patrolMessages.zh,
  ...projectMessages.zh,
  ...reliefFundMessages.zh,
  ...jobPlacementMessages.zh,
  ...pairingMessages.zh,
  ...contestMessages.zh,
  ...programmeOfferMessages.zh,
  ...programmeMessages.zh,
  ...volunteerMessages.zh,
  ...reliefMessages.zh,
  ...reliefCampaignMessages.zh,
  ...partyWorkMessages.zh,
  ...organizationMessages.zh,
  ...organizationImportMessages.zh,
  ...partyOrganizationMessages.zh,
  ...coverageMessages.zh,
  ...enactmentMessages.zh,
  ...restructuringMessages.zh,
  ...draftMessages.zh,
  ...figureMessages.zh,
  ...reportedFigureMessages.zh,
  ...exportMessages.zh,
  ...figureSnapshotMessages.zh,
  ...liveMessages.zh,
  ...recurringSubjectMessages.zh,
  ...importMessages.zh,
  ...householdImportMessages.zh,
};

export const messages: Record<Language, Messages> = { en, zh };

/** Whether a text that was stored is the key of a message. */
export function isMessageKey(key: string): key is keyof Messages {
  return key in en;
}

/** Chooses the language of people's messages from an Accept-Language header; Chinese unless English is preferred. */
export function languageOf(header: string | undefined): Language {
  const first = header?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'zh';
}

/** The message in one language with its values filled in. */
export function say(language: Language, key: keyof Messages, values: Record<string, string | number> = {}): string {
  return messages[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
