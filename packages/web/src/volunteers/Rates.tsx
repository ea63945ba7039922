import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import type { Town } from '../towns/town.ts';
import { dayInShanghai } from '../ui/day.ts';
import { Panel } from '../ui/Panel.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { AddKind, AddReward, EndKind, EndReward, SetPrice, SetRate, Stock } from './RateForms.tsx';
import { type ActivityKind, laterThan, pointsOn, type Reward, VOLUNTEER_SETTINGS } from './volunteer.ts';

type Doing =
  | { verb: 'addKind' | 'addReward' }
  | { verb: 'setRate' | 'endKind'; kind: ActivityKind }
  | { verb: 'setPrice' | 'stock' | 'endReward'; reward: Reward };

/** What activities of each kind earn, what points are spent on, and how many goods there are. */
export function Rates({ town }: { town: Town }) {
  const { t } = useTranslation('volunteers');
  const [doing, setDoing] = useState<Doing | null>(null);
  const { data, error, refetch } = useQuery(VOLUNTEER_SETTINGS, { variables: { code: town.code } });
  if (!data?.town) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const settles = can(town, 'VOLUNTEER_CONFIGURE');
  const close = () => setDoing(null);
  const act = (label: string, next: Doing, danger = false) => (
    <Button type="text" size="small" danger={danger} onClick={() => setDoing(next)}>
      {label}
    </Button>
  );
  const add = (label: string, next: Doing) =>
    settles && (
      <Button size="small" onClick={() => setDoing(next)}>
        {label}
      </Button>
    );
  return (
    <>
      <Panel title={t('rates')} flush extra={add(t('addKind'), { verb: 'addKind' })}>
        <Sheet
          stacks
          rows={data.town.volunteerActivityKinds ?? []}
          empty={t('noKinds')}
          columns={[
            { title: t('kind'), key: 'name', render: (_, { name }) => name },
            { title: t('earnsNow'), key: 'points', render: (_, { rates }) => <Dated versions={rates} /> },
            ...(settles
              ? [
                  {
                    title: t('change'),
                    key: 'change',
                    render: (_: unknown, kind: ActivityKind) => (
                      <span className="row-actions">
                        {act(t('setRate'), { verb: 'setRate', kind })}
                        {act(t('end'), { verb: 'endKind', kind }, true)}
                      </span>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Panel>
      <Panel title={t('rewards')} flush extra={add(t('addReward'), { verb: 'addReward' })}>
        <Sheet
          stacks
          rows={data.town.rewards ?? []}
          empty={t('noRewards')}
          columns={[
            { title: t('reward'), key: 'name', render: (_, { name }) => name },
            { title: t('rewardKind'), key: 'kind', render: (_, { kind }) => t(`rewardKinds.${kind}`) },
            { title: t('costsNow'), key: 'price', render: (_, { prices }) => <Dated versions={prices} /> },
            { title: t('stock'), key: 'stock', render: (_, { stock }) => stock ?? '—' },
            ...(settles
              ? [
                  {
                    title: t('change'),
                    key: 'change',
                    render: (_: unknown, reward: Reward) => (
                      <span className="row-actions">
                        {act(t('setPrice'), { verb: 'setPrice', reward })}
                        {reward.stock !== null && act(t('restock'), { verb: 'stock', reward })}
                        {act(t('end'), { verb: 'endReward', reward }, true)}
                      </span>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Panel>
      {doing?.verb === 'addKind' && <AddKind town={town.code} onClose={close} />}
      {doing?.verb === 'addReward' && <AddReward town={town.code} onClose={close} />}
      {doing?.verb === 'setRate' && <SetRate kind={doing.kind} onClose={close} />}
      {doing?.verb === 'endKind' && <EndKind kind={doing.kind} onClose={close} />}
      {doing?.verb === 'setPrice' && <SetPrice reward={doing.reward} onClose={close} />}
      {doing?.verb === 'stock' && <Stock reward={doing.reward} onClose={close} />}
      {doing?.verb === 'endReward' && <EndReward reward={doing.reward} onClose={close} />}
    </>
  );
}

/** What holds today, and what is to hold later. */
function Dated({ versions }: { versions: ActivityKind['rates'] }) {
  const { t } = useTranslation('volunteers');
  const today = dayInShanghai();
  const now = pointsOn(versions, today);
  return (
    <>
      {now === undefined ? '—' : t('points', { n: now })}
      {laterThan(versions, today).map(({ points, validFrom }) => (
        <div key={validFrom} className="hint">
          {t('from', { day: validFrom, n: points })}
        </div>
      ))}
    </>
  );
}
