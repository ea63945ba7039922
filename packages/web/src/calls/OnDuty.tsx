import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { timeInShanghai } from '../ui/day.ts';
import type { Hotline } from './roster.ts';

/** Who is on duty at a hotline now, until when and at which number. */
export function OnDuty({ hotline, town }: { hotline: Hotline; town: { code: string } }) {
  const { t } = useTranslation('calls');
  const { onDuty, telephones } = hotline;
  const roster = <Link to={`/towns/${town.code}/roster?hotline=${encodeURIComponent(hotline.id)}`}>{t('roster')}</Link>;
  return (
    <section className="on-duty" aria-label={t('onDuty')}>
      <div>
        <span className="hint">{hotline.name}</span> <strong className="on-duty-number">{telephones.join(' ')}</strong>
      </div>
      {onDuty.length === 0 ? (
        <Alert type="warning" showIcon title={t('nobodyOnDuty')} action={roster} />
      ) : (
        <ul className="plain on-duty-people">
          {onDuty.map(({ id, person, telephone, to }) => (
            <li key={id}>
              <strong>{person?.name}</strong>{' '}
              <span className="hint">
                {telephone !== null && telephones.length > 1 && `${telephone} · `}
                {t('until', { time: timeInShanghai(to) })}
              </span>
            </li>
          ))}
          <li>{roster}</li>
        </ul>
      )}
    </section>
  );
}
