import { useTranslation } from 'react-i18next';
import { useWords } from '../figures/words.ts';
import { Panel } from '../ui/Panel.tsx';
import { type Board, comparisons, fields } from './board.ts';

/** What each comparison counts, and how places are given. */
export function Rules({ board: { whole, fewest } }: { board: Board }) {
  const { t } = useTranslation('comparisons');
  const { definitionOf } = useWords();
  return (
    <Panel title={t('rules')}>
      <dl className="rules">
        {comparisons.map((comparison) => (
          <div key={comparison} className="rule">
            <dt className="rule-name">{t(`comparisons.${comparison}`)}</dt>
            <dd className="rule-says">{definitionOf(whole[fields[comparison]].figure.indicator)}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">{t('places', { n: fewest })}</p>
    </Panel>
  );
}
