import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { can } from '../accounts/viewer.ts';
import type { Organization } from '../organizations/organization.ts';
import { partyPath } from '../party-organizations/party.ts';
import { pathOn } from '../ui/asOf.tsx';
import { isOver } from '../ui/day.ts';
import { Panel } from '../ui/Panel.tsx';
import { usePeriod } from '../ui/period.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { CoverOrganization } from './CoverOrganization.tsx';
import { EndCoverage } from './EndCoverage.tsx';

type CoveredBy = NonNullable<Organization['coverage']>[number];

interface Props {
  organization: Organization;
  /** The oldest first. */
  links: readonly CoveredBy[];
}

/** What covers an organisation and what did, the latest first, in which way and why no longer; covering it, and ending. */
export function CoveredByPanel({ organization, links }: Props) {
  const { t } = useTranslation('coverage');
  const period = usePeriod();
  const [covering, setCovering] = useState(false);
  const [ending, setEnding] = useState<CoveredBy | null>(null);
  const may = can(organization, 'COVERAGE_KEEP');
  const { asOf } = organization;
  return (
    <Panel
      flush
      title={t('coveredBy')}
      extra={
        may && (
          <Button size="small" type="primary" onClick={() => setCovering(true)}>
            {t('cover')}
          </Button>
        )
      }
    >
      <Sheet<CoveredBy>
        rows={links.toReversed()}
        empty={t('notCovered')}
        columns={[
          {
            title: t('party'),
            key: 'party',
            render: (_, { partyOrganization: { id, name } }) => <Link to={pathOn(partyPath(id), asOf)}>{name}</Link>,
          },
          { title: t('way'), key: 'way', render: (_, { way }) => t(`ways.${way}`) },
          {
            title: t('period'),
            key: 'period',
            render: (_, { validFrom, validTo, endedBecause }) => (
              <>
                <span className="code">{period(validFrom, validTo)}</span>
                {endedBecause !== null && <div className="hint">{endedBecause}</div>}
              </>
            ),
          },
          {
            title: '',
            key: 'actions',
            width: 80,
            align: 'right',
            render: (_, link) =>
              may &&
              !isOver({ asOf, ...link }) && (
                <Button size="small" type="text" onClick={() => setEnding(link)}>
                  {t('end')}
                </Button>
              ),
          },
        ]}
      />
      {covering && organization.town && (
        <CoverOrganization town={organization.town} organization={organization} onClose={() => setCovering(false)} />
      )}
      {ending && (
        <EndCoverage
          link={{ id: ending.id, party: ending.partyOrganization.name, organization: organization.name }}
          onClose={() => setEnding(null)}
        />
      )}
    </Panel>
  );
}
