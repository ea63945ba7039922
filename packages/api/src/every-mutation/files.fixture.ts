import type { FurnishedTown } from '../access/isolation.fixture.ts';
import { fileOf, inputOf, member } from '../household-imports/household-import.fixture.ts';
import { csv, line, fileOf as treeFileOf } from '../imports/import.fixture.ts';
import {
  importFile as importOrganizations,
  organization,
  fileOf as organizationFileOf,
} from '../organization-imports/organization-import.fixture.ts';
import { dayOf } from '../today.ts';

/** Imports a tree, households and organisations. */
export async function importFiles(town: FurnishedTown): Promise<void> {
  const { admin, unit } = town;
  const { unit: village } = await admin.ask('query($id: ID!) { unit(id: $id) { name } }', { id: unit(0) });
  const tree = treeFileOf(town, csv([line('块区', village.name, { 名称: '导入块' })]));
  const { digest } = await admin.do('previewTreeImport', tree, 'digest');
  await admin.do('importTree', { ...tree, expectedDigest: digest }, 'digest');
  const rows = [member('导1', { 块区: `${village.name}/导入块`, 姓名: '户主', 户主: '是' })];
  const file = inputOf(town, fileOf(rows), { from: dayOf(new Date()) });
  const preview = await admin.do('previewHouseholdImport', file, 'digest', 'UPKEEP');
  await admin.do('importHouseholds', { ...file, expectedDigest: preview.digest }, 'digest', 'UPKEEP');
  await importOrganizations(town, organizationFileOf([organization('导入厂', village.name)]));
}
