import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathOn, useAsOf } from '../ui/asOf.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { KindTag } from './KindTag.tsx';
import { StatusTag } from './StatusTag.tsx';
import { CHILDREN, unitPath } from './unit.ts';

/** The units that stand directly under one. */
export function Children({ id }: { id: string }) {
  const { t } = useTranslation('units');
  const asOf = useAsOf();
  const query = useQuery(CHILDREN, { variables: { id, asOf } });
  const { data, error, refetch } = query;
  const children = data?.unit?.children;
  if (!children) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  return (
    <Panel title={`${t('children')} ${children.totalCount}`} flush>
      <Sheet
        rows={children.edges.map(({ node }) => node)}
        empty={t('noChildren')}
        columns={[
          { title: t('kindLabel'), key: 'kind', width: 110, render: (_, unit) => <KindTag kind={unit.kind} /> },
          {
            title: t('name'),
            key: 'name',
            render: (_, unit) => <Link to={pathOn(unitPath(unit.id), asOf)}>{unit.name}</Link>,
          },
          {
            title: t('code'),
            key: 'code',
            responsive: ['sm'],
            render: (_, unit) => <span className="code">{unit.code}</span>,
          },
          { title: '', key: 'status', width: 90, render: (_, unit) => <StatusTag status={unit.status} /> },
        ]}
      />
      <MoreButton query={query} list={(data) => data.unit?.children} />
    </Panel>
  );
}
