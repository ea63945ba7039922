import { useTranslation } from 'react-i18next';
import type { Application } from './application.ts';

/** What an application says of itself: what it does, where more is said, and which it is. */
export function ApplicationSaid({
  application: { description, homepage, clientId },
}: {
  application: Pick<Application, 'description' | 'homepage' | 'clientId'>;
}) {
  const { t } = useTranslation('applications');
  return (
    <>
      <p className="said">{description}</p>
      {homepage !== null && (
        <p>
          <a href={homepage} target="_blank" rel="noopener noreferrer">
            {t('homepage')}: {homepage}
          </a>
        </p>
      )}
      <p className="hint">
        {t('clientId')} {clientId}
      </p>
    </>
  );
}
