import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { mostHouseholds } from './list.ts';
import type { MayCome, TakingAlong } from './useTakeAlong.ts';

/** Takes a household along on today's list. */
export function TakeAlong({ along, household }: { along: TakingAlong; household: MayCome }) {
  const { t } = useTranslation('today');
  if (along.isOn(household.id)) return <Link to={along.path}>{t('taken')}</Link>;
  return (
    <Button size="small" disabled={along.busy} onClick={() => along.take([household])}>
      {t('take')}
    </Button>
  );
}

/** Takes along all households that are shown, as far as today's list holds them, with the way to it. */
export function TakeAllAlong({ along, households }: { along: TakingAlong; households: readonly MayCome[] }) {
  const { t } = useTranslation('today');
  const { count, isOn, busy, take, path } = along;
  const others = households.filter(({ id }) => !isOn(id)).slice(0, mostHouseholds - count);
  return (
    <>
      {count > 0 && <Link to={path}>{t('onList', { n: count })}</Link>}
      {others.length > 0 && (
        <Button size="small" loading={busy} onClick={() => take(others)}>
          {t('takeAll')}
        </Button>
      )}
    </>
  );
}
