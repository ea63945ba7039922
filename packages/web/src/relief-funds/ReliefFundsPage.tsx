import { useQuery } from '@apollo/client/react';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { useTown } from '../towns/town.ts';
import { grouped } from '../ui/money.ts';
import { Panel } from '../ui/Panel.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { FundEntries } from './FundEntries.tsx';
import { AdjustFund, CloseFund, OpenFund } from './FundForms.tsx';
import { RELIEF_FUNDS, type ReliefFund } from './relief-fund.ts';

type Doing = { verb: 'open' } | { verb: 'adjust' | 'close' | 'entries'; fund: ReliefFund };

/** A town's funds of relief, year by year: what there is, what is granted of it, what is paid and what is free. */
export function Component() {
  const { t } = useTranslation('reliefFunds');
  const town = useTown();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { data, error, refetch } = useQuery(RELIEF_FUNDS, { variables: { code: town.code } });
  const funds = data?.town?.reliefFunds;
  if (!funds) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const settles = can(town, 'RELIEF_CONFIGURE');
  const close = () => setDoing(null);
  const years = [...Map.groupBy(funds, ({ year }) => year)];
  return (
    <div className="column-main">
      {settles && (
        <div className="toolbar">
          <Button type="primary" onClick={() => setDoing({ verb: 'open' })}>
            {t('open')}
          </Button>
        </div>
      )}
      {years.length === 0 && <p className="hint">{t('none')}</p>}
      {years.map(([year, ofYear]) => (
        <Panel key={year} title={t('ofYear', { year })} flush>
          <Sheet
            stacks
            rows={ofYear}
            empty={t('none')}
            columns={[
              {
                title: t('name'),
                key: 'name',
                render: (_, fund) => (
                  <span className="tags">
                    <Button type="link" size="small" onClick={() => setDoing({ verb: 'entries', fund })}>
                      {fund.name}
                    </Button>
                    {fund.closedOn !== null && <Tag>{t('closed')}</Tag>}
                  </span>
                ),
              },
              { title: t('source'), key: 'source', render: (_, { source }) => t(`sources.${source}`) },
              ...(['budget', 'committed', 'paid', 'free'] as const).map((amount) => ({
                title: t(amount),
                key: amount,
                align: 'right' as const,
                render: (_: unknown, fund: ReliefFund) => grouped(fund[amount]),
              })),
              ...(settles
                ? [
                    {
                      title: t('change'),
                      key: 'change',
                      render: (_: unknown, fund: ReliefFund) =>
                        fund.closedOn === null && (
                          <span className="row-actions">
                            <Button type="text" size="small" onClick={() => setDoing({ verb: 'adjust', fund })}>
                              {t('adjust')}
                            </Button>
                            <Button type="text" size="small" danger onClick={() => setDoing({ verb: 'close', fund })}>
                              {t('close')}
                            </Button>
                          </span>
                        ),
                    },
                  ]
                : []),
            ]}
          />
        </Panel>
      ))}
      {doing?.verb === 'open' && <OpenFund town={town.code} onClose={close} />}
      {doing?.verb === 'adjust' && <AdjustFund fund={doing.fund} onClose={close} />}
      {doing?.verb === 'close' && <CloseFund fund={doing.fund} onClose={close} />}
      {doing?.verb === 'entries' && <FundEntries fund={doing.fund} onClose={close} />}
    </div>
  );
}
