import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import type { Organization } from '../organizations/organization.ts';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { Assignments } from './Assignments.tsx';
import { AssignWorker } from './AssignWorker.tsx';
import { ORGANIZATION_WORK, workAround } from './party-work.ts';

/** Who is or was assigned to an organisation, who works for all of its unit on the day, and which stations guide its kind. */
export function OrganizationWork({ organization }: { organization: Organization }) {
  const { t } = useTranslation('partyWork');
  const [assigning, setAssigning] = useState(false);
  const { id, asOf, town } = organization;
  const { data, previousData, error, refetch } = useQuery(ORGANIZATION_WORK, { variables: { id, asOf } });
  const worked = (data ?? previousData)?.organization;
  const may = can(organization, 'COVERAGE_KEEP');
  const around = worked && workAround(worked, asOf);
  return (
    <Panel
      flush
      title={t('title')}
      extra={
        may && (
          <Button size="small" type="primary" onClick={() => setAssigning(true)}>
            {t('assign')}
          </Button>
        )
      }
    >
      {worked && around ? (
        <>
          <Assignments
            assignments={[...worked.workAssignments.toReversed(), ...around.units]}
            empty={t('nobody')}
            may={may}
          />
          {around.stations.length > 0 && (
            <ul className="choices">
              {around.stations.map(({ id: station, name, host }) => (
                <li key={station} className="padded">
                  {name} <span className="hint">{t('guides', { host, kind: worked.kind.name })}</span>
                </li>
              ))}
            </ul>
          )}
        </>
      ) : error ? (
        <Failed error={error} retry={() => void refetch()} />
      ) : (
        <Loading rows={2} />
      )}
      {assigning && town && (
        <AssignWorker town={town.code} organization={organization} onClose={() => setAssigning(false)} />
      )}
    </Panel>
  );
}
