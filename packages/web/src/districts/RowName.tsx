import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLinkWith } from '../ui/useAddress.ts';
import type { Row } from './rows.ts';

interface Props {
  row: Row;
  /** Whether its series is shown. */
  chosen: boolean;
}

/** The name of a row: a district opens its own dashboard, a town shows its series. */
export function RowName({ row: { code, name, of, cells, towns }, chosen }: Props) {
  const { t } = useTranslation('districts');
  const linkWith = useLinkWith();
  if (of === 'district') {
    return (
      <>
        <Link to={{ pathname: `/districts/${code}`, ...linkWith({ rows: null, town: null }) }}>{name}</Link>
        {towns && towns.missing.length > 0 && (
          <div className="hint">
            {t('activeOf', { active: towns.counted, towns: towns.counted + towns.missing.length })}
          </div>
        )}
      </>
    );
  }
  if (cells === null) {
    return (
      <>
        {name} <span className="hint">{t('dashboard.away')}</span>
      </>
    );
  }
  return (
    <Link to={linkWith({ town: code })} replace aria-current={chosen ? 'true' : undefined}>
      {name}
    </Link>
  );
}

/** What stands for all rows: of one district it shows its series. */
export function TotalName({ isOne, chosen }: { isOne: boolean; chosen: boolean }) {
  const { t } = useTranslation('ui');
  const linkWith = useLinkWith();
  if (!isOne) return t('total');
  return (
    <Link to={linkWith({ town: null })} replace aria-current={chosen ? 'true' : undefined}>
      {t('total')}
    </Link>
  );
}
