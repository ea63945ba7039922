import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RegisterApplication } from '../applications/RegisterApplication.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { DeveloperNav } from './DeveloperNav.tsx';
import { FirstSteps } from './FirstSteps.tsx';

/** Where somebody without a role in any town begins: as a developer, or with the invitation that they were given. */
export function DeveloperHome() {
  const [registering, setRegistering] = useState(false);
  const { t } = useTranslation(['developers', 'accounts', 'towns']);
  return (
    <div className="page">
      <PageHead title={t('home')} nav={<DeveloperNav />} />
      <div className="column-main">
        <FirstSteps onRegister={() => setRegistering(true)} />
        <div>
          <p className="hint">{t('towns:none.lead')}</p>
          <Link to="/account">{t('accounts:mine')}</Link>
        </div>
      </div>
      {registering && <RegisterApplication onClose={() => setRegistering(false)} />}
    </div>
  );
}
