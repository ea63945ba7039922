import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTown } from '../towns/town.ts';
import { useAddress } from '../ui/useAddress.ts';
import { Activities } from './Activities.tsx';
import { Points } from './Points.tsx';
import { Rates } from './Rates.tsx';
import { Redemptions } from './Redemptions.tsx';
import { Volunteers } from './Volunteers.tsx';
import { type View, views } from './volunteer.ts';

/** A town's volunteers, their activities, what points were spent on, sums, and what activities earn and rewards cost. */
export function Component() {
  const { t } = useTranslation('volunteers');
  const town = useTown();
  const [params, choose] = useAddress();
  const view = views.find((each) => each === params.get('view')) ?? 'volunteers';
  const shown = {
    volunteers: Volunteers,
    activities: Activities,
    redemptions: Redemptions,
    points: Points,
    rates: Rates,
  } as const;
  const Shown = shown[view];
  return (
    <div className="column-main">
      <div className="toolbar">
        <Segmented<View>
          aria-label={t('view')}
          value={view}
          options={views.map((value) => ({ value, label: t(`views.${value}`) }))}
          onChange={(chosen) => choose({ view: chosen })}
        />
      </div>
      <Shown town={town} />
    </div>
  );
}
