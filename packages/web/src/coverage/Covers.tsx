import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { organizationPath } from '../organizations/organization.ts';
import type { PartyInFull } from '../party-organizations/party.ts';
import { pathOn } from '../ui/asOf.tsx';
import { Panel } from '../ui/Panel.tsx';
import { usePeriod } from '../ui/period.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { CoverOrganization } from './CoverOrganization.tsx';
import { EndCoverage } from './EndCoverage.tsx';

type Cover = PartyInFull['covers'][number];

/** What a Party organisation covers: which organisations, in which way and since when; covering more, and ending. */
export function Covers({ party }: { party: PartyInFull }) {
  const { t } = useTranslation('coverage');
  const period = usePeriod();
  const [covering, setCovering] = useState(false);
  const [ending, setEnding] = useState<Cover | null>(null);
  const may = can(party, 'COVERAGE_KEEP');
  return (
    <Panel
      flush
      title={t('covers', { n: party.covers.length })}
      extra={
        may && (
          <Button size="small" type="primary" onClick={() => setCovering(true)}>
            {t('cover')}
          </Button>
        )
      }
    >
      <Sheet<Cover>
        rows={party.covers}
        empty={t('noCovers')}
        columns={[
          {
            title: t('organization'),
            key: 'organization',
            render: (_, { organization }) =>
              organization ? (
                <Link to={pathOn(organizationPath(organization.id), party.asOf)}>{organization.name}</Link>
              ) : (
                <span className="hint">{t('unseen')}</span>
              ),
          },
          { title: t('way'), key: 'way', render: (_, { way }) => t(`ways.${way}`) },
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
            render: (_, link) =>
              may && (
                <Button size="small" type="text" onClick={() => setEnding(link)}>
                  {t('end')}
                </Button>
              ),
          },
        ]}
      />
      {covering && <CoverOrganization town={party.town} party={party} onClose={() => setCovering(false)} />}
      {ending && (
        <EndCoverage
          link={{ id: ending.id, party: party.name, organization: ending.organization?.name ?? t('unseen') }}
          onClose={() => setEnding(null)}
        />
      )}
    </Panel>
  );
}
