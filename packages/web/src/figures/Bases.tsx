import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../ui/DateInput.tsx';
import type { Change, Choice } from './choice.ts';
import { isEmpty, totalsAgree } from './compare.ts';
import { bases, type FiguresOnBases } from './figure.ts';
import { useWords } from './words.ts';

interface Props {
  /** The town's figure on each basis; null while it is read. */
  figures: FiguresOnBases | null;
  choice: Choice;
  choose: (change: Change) => void;
}

/** Chooses the basis of a flow; each is explained, with the town's figure on it, and said to have the same total. */
export function Bases({ figures, choice, choose }: Props) {
  const { t } = useTranslation('figures');
  const { countOf } = useWords();
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
              {figures && <b className="count basis-total">{countOf(figures[basis])}</b>}
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
      {figures &&
        !isEmpty(figures) &&
        (totalsAgree(figures) ? (
          <Alert type="success" showIcon title={t('agree', { total: countOf(figures.RESTATED) })} />
        ) : (
          <Alert type="error" showIcon title={t('differ')} />
        ))}
    </>
  );
}
