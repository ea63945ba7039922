import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { grouped } from '../ui/money.ts';
import { type ReliefRow, reliefPath } from './relief.ts';
import { StateTag } from './StateTag.tsx';

interface Props {
  application: ReliefRow;
  /** Whether it is among those that are picked; it cannot be picked without `onPick`. */
  picked?: boolean;
  onPick?: (chosen: boolean) => void;
}

/** One application: what for and how much, of which household, and what became of it. */
export function ReliefLine({ application, picked = false, onPick }: Props) {
  const { t } = useTranslation(['relief', 'households']);
  const { number, itemName, amount, granted, household, appliedOn } = application;
  const decided = ['APPROVED', 'PAID'].includes(application.state);
  return (
    <article className="record-line">
      <div>
        {onPick && (
          <Checkbox
            checked={picked}
            aria-label={t('together.pick', { number })}
            onChange={({ target }) => onPick(target.checked)}
          />
        )}{' '}
        <Link to={reliefPath(application.id)} className="record-line-name">
          <strong>{itemName}</strong> <span className="code">{number}</span>
        </Link>
        <div className="hint">{t('appliedOn', { day: appliedOn })}</div>
      </div>
      <div>
        {household && (household.code ?? t('households:noCode'))}
        <div className="hint">
          {decided ? t('grantedAmount', { amount: grouped(granted) }) : t('askedAmount', { amount: grouped(amount) })}
        </div>
      </div>
      <div className="tags">
        <StateTag state={application.state} />
      </div>
    </article>
  );
}
