import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { grouped } from '../ui/money.ts';
import { Panel } from '../ui/Panel.tsx';
import { type Programme, programmePath } from './programme.ts';
import { StateTag } from './StateTag.tsx';

/** The programmes that one repeats and that repeat it, side by side. Nothing where there is but the one. */
export function ProgrammeSeries({ programme: { id, series } }: { programme: Programme }) {
  const { t } = useTranslation(['programmes', 'programmeMoney']);
  if (series.length < 2) return null;
  return (
    <Panel title={t('series')}>
      {series.map((each) => (
        <article key={each.id} className="record-line">
          <div>
            {each.id === id ? (
              <strong>{each.firstDay}</strong>
            ) : (
              <Link to={programmePath(each.id)}>{`${each.firstDay} ${each.name}`}</Link>
            )}{' '}
            <StateTag state={each.state} />
          </div>
          <div className="hint">
            {[
              each.enrolled !== null && t('enrolled', { n: each.enrolled }),
              each.came !== null && t('attended', { n: each.came }),
              t('spentOf', { amount: t('programmeMoney:yuan', { amount: grouped(each.spent) }) }),
            ]
              .filter((said) => said !== false)
              .join(' · ')}
          </div>
        </article>
      ))}
    </Panel>
  );
}
