import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import type { Town } from '../towns/town.ts';
import { useAsOf } from '../ui/asOf.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { AssignmentFilters } from './AssignmentFilters.tsx';
import { Assignments } from './Assignments.tsx';
import { AssignWorker } from './AssignWorker.tsx';
import { filterOf, readChoice, TOWN_ASSIGNMENTS } from './assignment-list.ts';
import { ExportAssignments } from './ExportAssignments.tsx';

/** Who is assigned in a town on a day, to units and to single organisations, as far as chosen; assigning somebody, and the table as a file. */
export function AssignmentsPanel({ town }: { town: Town }) {
  const { t } = useTranslation('partyWork');
  const [params, choose] = useAddress();
  const [assigning, setAssigning] = useState(false);
  const asOf = useAsOf();
  const choice = readChoice(params);
  const people = town.viewerCanSomewhere.includes('PERSON_READ');
  const query = useQuery(TOWN_ASSIGNMENTS, {
    variables: { code: town.code, filter: filterOf(choice), asOf, people, first: 50, after: null },
  });
  const { data, error, refetch } = query;
  const list = data?.town?.workAssignments;
  const may = can(town, 'COVERAGE_KEEP') && asOf === null;
  const narrowed = Object.values(choice).some((each) => each !== null);
  return (
    <Panel
      flush
      title={list ? t('assignments', { n: list.totalCount }) : t('list')}
      extra={
        <>
          {may && (
            <Button size="small" type="primary" onClick={() => setAssigning(true)}>
              {t('assign')}
            </Button>
          )}
          <ExportAssignments town={town} choice={choice} />
        </>
      }
    >
      <AssignmentFilters town={town} choice={choice} choose={choose} />
      {list ? (
        <>
          <Assignments assignments={list.nodes} empty={t(narrowed ? 'noSuchAssignments' : 'noAssignments')} may={may} />
          <MoreButton query={query} list={(answer) => answer.town?.workAssignments} />
        </>
      ) : error ? (
        <Failed error={error} retry={() => void refetch()} />
      ) : (
        <Loading rows={4} />
      )}
      {assigning && <AssignWorker town={town.code} onClose={() => setAssigning(false)} />}
    </Panel>
  );
}
