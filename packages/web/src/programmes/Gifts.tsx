import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { Details } from '../ui/Details.tsx';
import { grouped } from '../ui/money.ts';
import { Panel } from '../ui/Panel.tsx';
import { RecordGift, WithdrawGift } from './GiftForms.tsx';
import type { Gift, Programme } from './programme.ts';

/** What was given for a programme, and the way to put down more. Nothing where nothing was, for whoever does not manage it. */
export function Gifts({ programme }: { programme: Programme }) {
  const { t } = useTranslation('programmeMoney');
  const [isGiving, setGiving] = useState(false);
  const [withdrawing, setWithdrawing] = useState<Gift>();
  const manages = can(programme, 'PROGRAMME_MANAGE');
  const { gifts, donated, donatedWorth } = programme;
  if (!manages && gifts.length === 0) return null;
  const money = (amount: string) => t('yuan', { amount: grouped(amount) });
  const record = manages && (
    <Button size="small" onClick={() => setGiving(true)}>
      {t('give')}
    </Button>
  );
  const rows = [
    { label: t('donated'), children: money(donated) },
    Number(donatedWorth) > 0 && { label: t('donatedWorth'), children: money(donatedWorth) },
  ];
  return (
    <Panel title={t('gifts')} extra={record}>
      {gifts.length === 0 ? <p className="hint">{t('noGifts')}</p> : <Details rows={rows} />}
      {gifts.map((gift) => (
        <article key={gift.id} className="record-line">
          <div>
            {gift.withdrawnAt === null ? whatOf(gift, money) : <del>{whatOf(gift, money)}</del>}{' '}
            {manages && gift.withdrawnAt === null && (
              <Button type="link" size="small" onClick={() => setWithdrawing(gift)}>
                {t('withdrawGift')}
              </Button>
            )}
          </div>
          <div className="hint">
            {[
              gift.givenOn,
              gift.partner?.name ?? t('unnamedGiver'),
              gift.worth !== null && t('worthOf', { amount: money(gift.worth) }),
              gift.recordedBy,
              gift.withdrawnBecause !== null && t('withdrawnBecause', { reason: gift.withdrawnBecause }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </article>
      ))}
      {isGiving && <RecordGift programme={programme} onClose={() => setGiving(false)} />}
      {withdrawing && (
        <WithdrawGift programme={programme} gift={withdrawing} onClose={() => setWithdrawing(undefined)} />
      )}
    </Panel>
  );
}

function whatOf({ amount, goods }: Gift, money: (amount: string) => string): string {
  return amount === null ? (goods ?? '') : money(amount);
}
