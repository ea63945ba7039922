import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { can } from '../accounts/viewer.ts';
import type { Permission } from '../generated/graphql.ts';
import { dayInShanghai } from '../ui/day.ts';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { HouseholdActions } from './HouseholdActions.tsx';
import { HOUSEHOLDS, type HouseholdRow, heldSince, householdPath, type Place, placesOn } from './household.ts';
import { RegisterHouseholds } from './RegisterHouseholds.tsx';

interface Props {
  block: {
    id: string;
    name: string;
    asOf: string;
    status: string;
    viewerCan: readonly Permission[];
    town: { code: string };
  };
}

/** The households that a block holds on the day it is shown. Nothing is shown to those who may not see them. */
export function Households({ block }: Props) {
  const { t } = useTranslation('households');
  const [registering, setRegistering] = useState(false);
  const now = block.asOf === dayInShanghai();
  const query = useQuery(HOUSEHOLDS, {
    variables: { id: block.id, ...(now ? {} : { asOf: block.asOf }) },
  });
  const { data, error, refetch } = query;
  const unit = data?.unit;
  if (!unit) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={3} />;
  if (!('households' in unit) || !unit.households) return null;
  const { households, overlay, teams } = unit;
  // A team lead's permission reaches what the block holds through the team.
  const may = now && [block, ...teams].some((each) => can(each, 'HOUSEHOLD_REGISTER'));
  return (
    <Panel
      flush
      title={`${t('households')} ${households.totalCount}${overlay ? ` · ${overlay.name}` : ''}`}
      extra={
        may &&
        overlay === null &&
        block.status !== 'CLOSED' && (
          <Button size="small" type="primary" onClick={() => setRegistering(true)}>
            {t('register')}
          </Button>
        )
      }
    >
      <Sheet<HouseholdRow>
        rows={households.edges.map(({ node }) => node)}
        empty={t(overlay ? 'noneInOverlay' : 'none')}
        columns={[
          {
            title: t('code'),
            key: 'code',
            fixed: 'left',
            render: (_, { id, code, label }) => (
              <>
                <Link to={householdPath(id)}>{code ?? t('noCode')}</Link> <span className="hint">{label}</span>
              </>
            ),
          },
          {
            title: t('since'),
            key: 'since',
            width: 110,
            responsive: ['sm'],
            render: (_, { places }) => <span className="code">{heldSince(places, block.id, block.asOf)}</span>,
          },
          {
            title: t(overlay ? 'head' : 'overlays'),
            key: 'head',
            render: (_, { places }) => (
              <Heads
                places={placesOn(places, block.asOf).filter((place) =>
                  overlay ? place.block.id === block.id : place.block.overlay !== null,
                )}
                named={!overlay}
              />
            ),
          },
          {
            title: '',
            key: 'actions',
            align: 'right',
            render: (_, household) => now && <HouseholdActions household={household} town={block.town.code} inRow />,
          },
        ]}
      />
      <MoreButton query={query} list={({ unit }) => (unit && 'households' in unit ? unit.households : null)} />
      {registering && <RegisterHouseholds block={block} onClose={() => setRegistering(false)} />}
    </Panel>
  );
}

function Heads({ places, named }: { places: readonly Place[]; named: boolean }) {
  return places.map(({ block, head }) => (
    <div key={block.id} className="held">
      {named && <span>{block.name}</span>} {head?.person && <span className="hint">{head.person.name}</span>}
    </div>
  ));
}
