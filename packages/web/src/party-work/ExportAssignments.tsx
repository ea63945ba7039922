import { useApolloClient } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Town } from '../towns/town.ts';
import { useAsOf } from '../ui/asOf.tsx';
import { dayInShanghai } from '../ui/day.ts';
import { useFailureText } from '../ui/failure.ts';
import { type FileCell, saveTable, type TableFormat, tableFormats } from '../ui/tableFile.ts';
import { type AssignmentChoice, filterOf, type ListedAssignment, TOWN_ASSIGNMENTS } from './assignment-list.ts';

interface Props {
  town: Town;
  choice: AssignmentChoice;
}

/** Saves all assignments that are chosen as a table, not only those that are shown. */
export function ExportAssignments({ town, choice }: Props) {
  const { t } = useTranslation('partyWork');
  const client = useApolloClient();
  const { message } = App.useApp();
  const textOf = useFailureText();
  const asOf = useAsOf();
  const [busy, setBusy] = useState<TableFormat | null>(null);
  const people = town.viewerCanSomewhere.includes('PERSON_READ');

  async function all(): Promise<ListedAssignment[]> {
    const found: ListedAssignment[] = [];
    const asked = { code: town.code, filter: filterOf(choice), asOf, people, first: 100 };
    for (let page = await pageAfter(null); page; page = await pageAfter(page.pageInfo.endCursor ?? null)) {
      found.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) break;
    }
    return found;

    async function pageAfter(after: string | null) {
      const variables = { ...asked, after };
      const { data } = await client.query({ query: TOWN_ASSIGNMENTS, variables, fetchPolicy: 'no-cache' });
      return data?.town?.workAssignments;
    }
  }

  async function save(format: TableFormat) {
    setBusy(format);
    try {
      const head = [t('person'), t('role'), t('to'), t('name'), t('where'), t('from'), t('until')];
      const lines = (await all()).map(({ person, role, unit, organization, validFrom, validTo }): FileCell[] => [
        person?.name ?? null,
        t(`roles.${role}`),
        t(`reaches.${unit ? 'unit' : 'organization'}`),
        unit?.name ?? organization?.name ?? null,
        organization?.unit?.name ?? null,
        validFrom,
        validTo,
      ]);
      await saveTable(`${town.name} ${t('list')} ${asOf ?? dayInShanghai()}`, [head, ...lines], format);
    } catch (error) {
      void message.error(textOf(error));
    } finally {
      setBusy(null);
    }
  }

  return tableFormats.map((format) => (
    <Button key={format} size="small" loading={busy === format} onClick={() => void save(format)}>
      {format}
    </Button>
  ));
}
