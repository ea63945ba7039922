import { useQuery } from '@apollo/client/react';
import { Breadcrumb, Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { TownNav } from '../towns/TownNav.tsx';
import { useList } from '../ui/list.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useBeing } from '../ui/place.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { AddFinding } from './AddFinding.tsx';
import { FindingPanel } from './FindingPanel.tsx';
import { PatrolDetails } from './PatrolDetails.tsx';
import { PATROL, type Patrol } from './patrol.ts';
import { RevisePatrol } from './RevisePatrol.tsx';
import { useTimes } from './useTimes.ts';
import { WithdrawPatrol } from './WithdrawPatrol.tsx';

/** One patrol: who walked where and when, what it came by, and what it brought up with what became of each. */
export function Component() {
  const { id = '' } = useParams();
  const { t } = useTranslation('patrols');
  const list = useList();
  const times = useTimes();
  const { data, error, refetch } = useQuery(PATROL, { variables: { id } });
  const patrol = data?.patrol;
  const town = patrol?.block.town;
  useBeing(town ? `${town.district.name} · ${town.name}` : null);
  if (!patrol || !town) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
  }
  const { findings, withdrawnAt } = patrol;
  return (
    <div className="page">
      <PageHead
        title={`${patrol.route?.name ?? patrol.place} ${patrol.patrolledOn}`}
        crumbs={
          <Breadcrumb
            items={[
              { title: <Link to={`/towns/${town.code}/patrols`}>{`${town.name} ${t('patrols')}`}</Link> },
              { title: patrol.patrolledOn },
            ]}
          />
        }
        nav={<TownNav town={town} asOf={null} at="patrols" />}
        tags={
          <>
            {withdrawnAt !== null && <Tag>{t('withdrawn')}</Tag>}
            {findings.length === 0 && <Tag variant="outlined">{t('nothingFound')}</Tag>}
          </>
        }
        meta={
          <span>
            {[patrol.unit.name, times(patrol), list(patrol.people.map(({ name }) => name))].filter(Boolean).join(' · ')}
          </span>
        }
        actions={withdrawnAt === null && <PatrolActions patrol={patrol} />}
      />
      <div className="columns">
        <div className="column-main">
          {patrol.note !== null && (
            <Panel title={t('note')}>
              <p className="written">{patrol.note}</p>
            </Panel>
          )}
          {findings.map((finding, index) => (
            <FindingPanel key={finding.id} finding={finding} number={index + 1} town={town.code} />
          ))}
        </div>
        <div className="column-side">
          <PatrolDetails patrol={patrol} />
        </div>
      </div>
    </div>
  );
}

/** What the viewer may do with the patrol itself, as buttons. */
function PatrolActions({ patrol }: { patrol: Patrol }) {
  const { t } = useTranslation('patrols');
  const [doing, setDoing] = useState<'add' | 'revise' | 'withdraw' | null>(null);
  const { viewerCan } = patrol;
  const props = { patrol, onClose: () => setDoing(null) };
  if (!viewerCan.includes('PATROL_RECORD')) return null;
  return (
    <div className="actions">
      <Button onClick={() => setDoing('add')}>{t('addFinding')}</Button>
      <Button onClick={() => setDoing('revise')}>{t('revise')}</Button>
      {viewerCan.includes('PATROL_WITHDRAW') && (
        <Button danger onClick={() => setDoing('withdraw')}>
          {t('withdraw')}
        </Button>
      )}
      {doing === 'add' && <AddFinding {...props} />}
      {doing === 'revise' && <RevisePatrol {...props} />}
      {doing === 'withdraw' && <WithdrawPatrol {...props} />}
    </div>
  );
}
