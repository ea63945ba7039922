import type { FurnishedTown } from '../access/isolation.fixture.ts';
import { dayOf } from '../today.ts';

/** Opens, renames and closes units, teams, posts and overlays, and restructures. */
export async function keepTree({ admin, code, ids, unit }: FurnishedTown): Promise<void> {
  const opening = { town: code, parent: unit(0), kind: 'BLOCK', name: '甲块', from: '2024-01-01' };
  const { unit: block } = await admin.do('openUnit', opening, 'unit { id }');
  await admin.do('renameUnit', { unit: block.id, name: '乙块' }, 'unit { id }');
  const { team } = await admin.do('formTeam', { block: block.id, name: '甲组' }, 'team { id }');
  await admin.do('renameTeam', { team: team.id, name: '乙组' }, 'team { id }');
  const { person } = await admin.do('registerPerson', { town: code, name: '甲' }, 'person { id }');
  const joining = { team: team.id, person: person.id, role: 'VOLUNTEER' };
  const { member: joined } = await admin.do('joinTeam', joining, 'member { id }');
  await admin.do('leaveTeam', { member: joined.id }, 'member { id }');
  const { notice } = await admin.do('postNotice', { team: team.id, title: '停水', text: '周三停水' }, 'notice { id }');
  await admin.do('takeDownNotice', { notice: notice.id }, 'notice { id }');
  const { board } = await admin.do('publishBoard', { block: block.id, promise: '三日内答复' }, 'board { id }');
  await admin.do('revisePromise', { board: board.id, promise: '两日内答复' }, 'board { id }');
  await admin.do('withdrawBoard', { board: board.id, reason: '合并' }, 'board { id }');
  await admin.do('agreeToPublication', { person: person.id }, 'person { id }');
  await admin.do('endPublication', { person: person.id }, 'person { id }');
  const adding = { town: code, label: '供水', telephone: '962740' };
  const { numbers } = await admin.do('addServiceNumber', adding, 'numbers { id }');
  await admin.do('endServiceNumber', { number: numbers[0].id }, 'numbers { id }');
  await admin.do('disbandTeam', { team: team.id }, 'team { id }');
  await admin.do('closeUnit', { unit: block.id }, 'unit { id }');
  const appointing = { unit: unit(1), person: person.id, title: 'OFFICER' };
  const { post } = await admin.do('appointOfficer', appointing, 'post { id }');
  await admin.do('endPost', { post: post.id }, 'post { id }');

  const steps = [{ rename: { unit: ids.Unit, name: '新名' } }];
  const drafting = { town: code, effectiveOn: dayOf(new Date()), reason: '调整', steps };
  const { restructuring } = await admin.do('draftRestructuring', drafting, 'restructuring { id }');
  const revising = { draft: restructuring.id, effectiveOn: drafting.effectiveOn, reason: '再调整', steps };
  await admin.do('reviseDraft', revising, 'restructuring { id }');
  await admin.do('applyDraft', { draft: restructuring.id }, 'restructuring { id }');
  await admin.do('undoRestructuring', { restructuring: restructuring.id, reason: '撤回' }, 'restructuring { id }');
  await admin.do('dropDraft', { draft: ids.Restructuring }, 'restructuring { id }');

  await admin.do('renameOverlay', { overlay: ids.Overlay, name: '祖籍' }, 'overlay { id }');
  const { overlay } = await admin.do('openOverlay', { town: code, name: '楼组' }, 'overlay { id }');
  await admin.do('closeOverlay', { overlay: overlay.id }, 'overlay { id }');
}

/** Opens an account and gives, ends and invites to roles; withdraws what an application may, and lets it do so again. */
export async function giveRoles({ admin, code, ids, unit }: FurnishedTown): Promise<void> {
  const opening = { town: code, name: 'clerk', displayName: '办事员', role: 'UNIT_OFFICER', unit: unit(0) };
  const { account } = await admin.do('openAccount', opening, 'account { id }');
  const assigning = { account: account.id, role: 'UNIT_OFFICER', unit: unit(1) };
  const given = await admin.do('assignRole', assigning, 'account { assignments { id } }');
  await admin.do('endAssignment', { assignment: given.account.assignments[0].id }, 'account { id }');
  await admin.do('linkAccountToPerson', { account: account.id, person: ids.Person }, 'account { id }');
  await admin.do('resetPassword', { account: account.id }, 'account { id }');
  await admin.do('inviteToTown', { town: code, role: 'AUDITOR' }, 'code');
  await admin.do('withdrawInvitation', { invitation: ids.Invitation }, 'invitation');
  const query = '{ viewer { applications { nodes { clientId } } } }';
  const [application] = (await admin.ask(query)).viewer.applications.nodes;
  await admin.do('withdrawConsent', { consent: ids.ApplicationConsent }, 'consent { id }');
  const consenting = { town: code, clientId: application.clientId, scopes: ['TOWN_READ'] };
  await admin.do('consentToApplication', consenting, 'consent { id }');
}
