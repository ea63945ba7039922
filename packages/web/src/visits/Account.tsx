import { useTranslation } from 'react-i18next';
import { mustRecords } from './visit.ts';

/** The three must-records of a visit, and its outcome, as they were written. */
export function Account({
  said,
}: {
  said: { situation: string | null; demand: string | null; service: string | null; outcome: string | null };
}) {
  const { t } = useTranslation('visits');
  return (
    <dl className="account">
      {mustRecords.map((name) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd>{said[name] ?? '—'}</dd>
        </div>
      ))}
      {said.outcome !== null && (
        <div>
          <dt>{t('outcomeShort')}</dt>
          <dd>{said.outcome}</dd>
        </div>
      )}
    </dl>
  );
}
