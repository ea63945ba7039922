import { useTranslation } from 'react-i18next';
import { CopyButton } from '../ui/CopyButton.tsx';
import type { Application } from './application.ts';

/** What an application says of itself: what it does, where more is said; and which it is, and of whom. */
export function ApplicationSaid({
  application: { description, homepage, registeredBy, registeredByAccount, clientId },
}: {
  application: Pick<Application, 'description' | 'homepage' | 'registeredBy' | 'registeredByAccount' | 'clientId'>;
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
      <p className="hint">{t('registeredBy', { by: registeredBy, account: registeredByAccount })}</p>
      <p className="hint">
        {t('clientId')} {clientId} <CopyButton text={clientId} of={t('clientId')} />
      </p>
    </>
  );
}
