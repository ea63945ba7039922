import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTown } from '../towns/town.ts';
import { PeriodPicker } from '../ui/PeriodPicker.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { Board } from './Board.tsx';
import { levels, readChoice, spans } from './board.ts';
import { OpenedScore } from './OpenedScore.tsx';

/** The five comparisons of a town's units; one that is opened takes the place of the board. */
export function Component() {
  const { t } = useTranslation('comparisons');
  const town = useTown();
  const [params, choose] = useAddress();
  const choice = readChoice(params);
  return (
    <div className="column-main">
      <div className="toolbar">
        {choice.score === null && (
          <Segmented
            aria-label={t('level')}
            value={choice.level}
            options={levels.map((level) => ({ value: level, label: t(`levels.${level}`) }))}
            onChange={(level) => choose({ level, under: null })}
          />
        )}
        <PeriodPicker
          spans={spans.map((each) => ({ value: each, label: t(`spans.${each}`) }))}
          span={choice.span}
          period={choice.period}
          choose={choose}
        />
      </div>
      {choice.score === null ? (
        <Board town={town} choice={choice} choose={choose} />
      ) : (
        <OpenedScore key={choice.score} town={town} choice={choice} comparison={choice.score} />
      )}
    </div>
  );
}
