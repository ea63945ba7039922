import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OpenOfficeAccount } from '../accounts/OpenOfficeAccount.tsx';
import { useViewer } from '../accounts/viewer.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { OfficeActions } from './OfficeActions.tsx';
import { OFFICES, type Office } from './office.ts';

/** Who may sign in above the towns. */
export function Component() {
  return useViewer().permissions.includes('OFFICE_OPEN') ? <Offices /> : <Missing />;
}

function Offices() {
  const { t } = useTranslation(['districts', 'accounts']);
  const [opening, setOpening] = useState(false);
  const { data, error, refetch } = useQuery(OFFICES);
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  return (
    <div className="page">
      <PageHead
        title={t('offices.title')}
        crumbs={<Link to="/districts">{t('title')}</Link>}
        meta={t('offices.lead')}
      />
      <Panel
        flush
        title={`${t('offices.title')} ${data.offices.length}`}
        extra={
          <Button size="small" type="primary" onClick={() => setOpening(true)}>
            {t('accounts:open')}
          </Button>
        }
      >
        <Sheet<Office>
          rows={data.offices}
          empty={t('offices.none')}
          columns={[
            {
              title: t('accounts:displayName'),
              key: 'displayName',
              width: 190,
              render: (_, { account }) => account.displayName,
            },
            {
              title: t('accounts:name'),
              key: 'name',
              width: 240,
              render: (_, { account }) => <span className="code">{account.name}</span>,
            },
            {
              title: t('accounts:roleLabel'),
              key: 'role',
              width: 140,
              render: (_, { role }) => t(`accounts:role.${role}`),
            },
            { title: t('district'), key: 'district', render: (_, { district }) => district?.name ?? '' },
            {
              title: t('offices.since'),
              key: 'since',
              width: 120,
              render: (_, { since }) => <span className="code">{since}</span>,
            },
            {
              title: '',
              key: 'actions',
              width: 200,
              align: 'right',
              render: (_, office) => <OfficeActions office={office} />,
            },
          ]}
        />
      </Panel>
      {opening && <OpenOfficeAccount districts={data.districts} onClose={() => setOpening(false)} />}
    </div>
  );
}
