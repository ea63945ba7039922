import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { organizationPath } from '../organizations/organization.ts';
import { pathOn, useAsOf } from '../ui/asOf.tsx';
import { dayInShanghai, isOver } from '../ui/day.ts';
import { usePeriod } from '../ui/period.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { unitPath } from '../units/unit.ts';
import { EndAssignment } from './EndAssignment.tsx';
import type { Assignment } from './party-work.ts';

interface Props {
  assignments: readonly Assignment[];
  empty: string;
  /** Whether its viewer may end one. */
  may: boolean;
}

/** Who is assigned, as what, to what and since when; those that have not ended can be ended. */
export function Assignments({ assignments, empty, may }: Props) {
  const { t } = useTranslation('partyWork');
  const period = usePeriod();
  const asOf = useAsOf();
  const [ending, setEnding] = useState<Assignment | null>(null);
  return (
    <>
      <Sheet<Assignment>
        stacks
        rows={assignments}
        empty={empty}
        columns={[
          { title: t('person'), key: 'person', render: (_, { person }) => person?.name ?? '—' },
          { title: t('role'), key: 'role', render: (_, { role }) => t(`roles.${role}`) },
          {
            title: t('to'),
            key: 'to',
            render: (_, assignment) => <To assignment={assignment} asOf={asOf} />,
          },
          {
            title: t('period'),
            key: 'period',
            render: (_, { validFrom, validTo }) => <span className="code">{period(validFrom, validTo)}</span>,
          },
          {
            title: '',
            key: 'actions',
            width: 80,
            align: 'right',
            render: (_, assignment) =>
              may &&
              !isOver({ asOf: asOf ?? dayInShanghai(), ...assignment }) && (
                <Button size="small" type="text" onClick={() => setEnding(assignment)}>
                  {t('end')}
                </Button>
              ),
          },
        ]}
      />
      {ending && <EndAssignment assignment={ending} onClose={() => setEnding(null)} />}
    </>
  );
}

/** What somebody is assigned to: all organisations of a unit, or one, which is not named on its own page. */
function To({ assignment: { unit, organization }, asOf }: { assignment: Assignment; asOf: string | null }) {
  const { t } = useTranslation(['partyWork', 'coverage']);
  if (unit) {
    return (
      <>
        <Link to={pathOn(unitPath(unit.id), asOf)}>{unit.name}</Link> <span className="hint">{t('allOfUnit')}</span>
      </>
    );
  }
  if (organization === undefined) return t('organization');
  if (organization === null) return <span className="hint">{t('coverage:unseen')}</span>;
  return (
    <>
      <Link to={pathOn(organizationPath(organization.id), asOf)}>{organization.name}</Link>{' '}
      {organization.unit && <span className="hint">{organization.unit.name}</span>}
    </>
  );
}
