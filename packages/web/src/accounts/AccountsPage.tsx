import { useQuery } from '@apollo/client/react';
import { Button, Input, Tag } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTown } from '../towns/town.ts';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { AccountActions } from './AccountActions.tsx';
import { Assignments } from './Assignments.tsx';
import { townRoles } from './DutyFields.tsx';
import { Invitations } from './Invitations.tsx';
import { InviteToTown } from './InviteToTown.tsx';
import { OpenAccount } from './OpenAccount.tsx';
import { TOWN_ACCOUNTS, type TownAccount } from './town-account.ts';
import { can } from './viewer.ts';

/** Who may sign in for a town, and as what. */
export function Component() {
  const { t } = useTranslation(['accounts', 'ui']);
  const town = useTown();
  const [search, setSearch] = useState('');
  const name = useDeferredValue(search.trim());
  const [doing, setDoing] = useState<'open' | 'invite' | null>(null);
  const query = useQuery(TOWN_ACCOUNTS, {
    variables: { code: town.code, name: name === '' ? null : name },
  });
  const { data, previousData, error, refetch } = query;
  const accounts = (data ?? previousData)?.town?.accounts;
  if (!accounts) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
  }
  return (
    <div className="column-main">
      <Panel
        flush
        title={`${t('title')} ${accounts.totalCount}`}
        extra={
          <>
            {can(town, 'ACCOUNT_ASSIGN') && (
              <Button size="small" onClick={() => setDoing('invite')}>
                {t('invite')}
              </Button>
            )}
            {can(town, 'ACCOUNT_OPEN') && (
              <Button size="small" type="primary" onClick={() => setDoing('open')}>
                {t('open')}
              </Button>
            )}
          </>
        }
      >
        <div className="toolbar padded">
          <Input.Search
            allowClear
            className="toolbar-search"
            placeholder={t('search')}
            aria-label={t('search')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </div>
        <Sheet<TownAccount>
          rows={accounts.edges.map(({ node }) => node)}
          empty={t('none')}
          columns={[
            { title: t('displayName'), key: 'displayName', width: 190, render: (_, account) => account.displayName },
            {
              title: t('name'),
              key: 'name',
              width: 240,
              render: (_, account) => (
                <>
                  <span className="code">{account.name}</span>{' '}
                  {!account.home && <Tag variant="outlined">{t('elsewhere')}</Tag>}
                </>
              ),
            },
            {
              title: t('person'),
              key: 'person',
              width: 120,
              render: (_, { person }) => person?.name ?? <span className="hint">{t('noPerson')}</span>,
            },
            {
              title: t('assignments'),
              key: 'assignments',
              render: (_, account) => <Assignments account={account} endable={can(town, 'ACCOUNT_ASSIGN')} />,
            },
            {
              title: '',
              key: 'actions',
              width: 270,
              align: 'right',
              render: (_, account) => <AccountActions town={town} account={account} />,
            },
          ]}
        />
        <MoreButton query={query} list={(data) => data.town?.accounts} />
        {doing === 'open' && (
          <OpenAccount
            town={town.code}
            roles={[...townRoles].reverse()}
            asks={can(town, 'ACCOUNT_LINK')}
            onClose={() => setDoing(null)}
          />
        )}
        {doing === 'invite' && <InviteToTown town={town.code} onClose={() => setDoing(null)} />}
      </Panel>
      <Invitations town={town.code} endable={can(town, 'ACCOUNT_ASSIGN')} />
    </div>
  );
}
