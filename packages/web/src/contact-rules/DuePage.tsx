import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTown } from '../towns/town.ts';
import { useAddress } from '../ui/useAddress.ts';
import { TreeFilter } from '../units/TreeFilter.tsx';
import { DueList } from './DueList.tsx';
import { readChoice, spans } from './due.ts';

/** The households to contact: of a unit, a team, or all that the viewer sees, by day. */
export function Component() {
  const { t } = useTranslation('contactRules');
  const town = useTown();
  const [params, choose] = useAddress();
  const choice = readChoice(params);
  return (
    <div className="column-main">
      <div className="toolbar">
        <Segmented
          aria-label={t('within')}
          value={choice.within}
          options={spans.map((days) => ({ value: days, label: days === 0 ? t('today') : t('days', { n: days }) }))}
          onChange={(days) => choose({ within: String(days) })}
        />
        {(['unit', 'team'] as const).map((pick) => (
          // Of unit and team only one is named.
          <TreeFilter
            key={pick}
            town={town.code}
            pick={pick}
            all={t(pick)}
            value={choice[pick]}
            onChange={(value) => choose({ unit: null, team: null, [pick]: value })}
          />
        ))}
      </div>
      <DueList town={town} choice={choice} />
    </div>
  );
}
