import { useQuery } from '@apollo/client/react';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../ui/DateInput.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { Beside } from './Beside.tsx';
import type { Change, Choice } from './choice.ts';
import { totalsAgree } from './compare.ts';
import { bases, FIGURES_ON_BASES, onBases } from './figure.ts';
import { useWords } from './words.ts';

interface Props {
  town: string;
  choice: Choice;
  choose: (change: Change) => void;
}

/** Chooses the basis of a flow, and shows the town's figure on all three beside each other. */
export function Bases({ town, choice, choose }: Props) {
  const { t } = useTranslation('figures');
  const { numberOf } = useWords();
  const { data, error, refetch } = useQuery(FIGURES_ON_BASES, {
    variables: { code: town, indicator: choice.figure, period: choice.period, asOf: choice.basisDay },
  });
  const figures = onBases(data);
  return (
    <>
      <fieldset className="bases">
        <legend>{t('basisLabel')}</legend>
        {bases.map((basis) => (
          <div key={basis} className="panel basis">
            <label>
              <input
                type="radio"
                name="basis"
                value={basis}
                checked={basis === choice.basis}
                onChange={() => choose({ basis })}
              />
              <span className="basis-name">{t(`basis.${basis}`)}</span>
              {figures && <b className="count basis-total">{numberOf(figures[basis].numerator)}</b>}
              <span className="hint">{t(`basisSays.${basis}`)}</span>
            </label>
            {basis === 'AS_OF' && (
              <div className="basis-day">
                <label htmlFor="basis-day">{t('basisDay')}</label>
                <DateInput
                  id="basis-day"
                  value={choice.basisDay}
                  onChange={(day) => day && choose({ asOf: day, basis })}
                />
              </div>
            )}
          </div>
        ))}
      </fieldset>
      {!figures && (error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={3} />)}
      {figures &&
        (totalsAgree(figures) ? (
          <Alert type="success" showIcon title={t('agree', { total: numberOf(figures.RESTATED.numerator) })} />
        ) : (
          <Alert type="error" showIcon title={t('differ')} />
        ))}
      {figures && figures.RESTATED.numerator > 0 && <Beside figures={figures} />}
    </>
  );
}
