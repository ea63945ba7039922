import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MY_APPLICATIONS } from '../applications/application.ts';
import { DeveloperNav } from '../developers/DeveloperNav.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { UsagePanel } from './UsagePanel.tsx';

/** How much one’s applications ask for, one at a time. */
export function Component() {
  const { t } = useTranslation(['usage', 'applications']);
  const [params, choose] = useAddress();
  const { data, error, refetch } = useQuery(MY_APPLICATIONS);
  const all = data?.viewer?.applications?.nodes;
  if (!all) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const shown = all.find(({ clientId }) => clientId === params.get('application')) ?? all[0];
  return (
    <div className="page">
      <PageHead
        title={t('title')}
        nav={<DeveloperNav />}
        actions={
          shown && (
            <Select
              aria-label={t('application')}
              value={shown.clientId}
              popupMatchSelectWidth={false}
              options={all.map(({ clientId, name }) => ({ value: clientId, label: name }))}
              onChange={(application) => choose({ application, town: null })}
            />
          )
        }
      />
      <div className="column-main">
        {shown ? (
          <UsagePanel key={shown.clientId} clientId={shown.clientId} name={shown.name} />
        ) : (
          <div>
            <p className="hint">{t('applications:noneMine')}</p>
            <Link to="/applications">{t('applications:register')}</Link>
          </div>
        )}
      </div>
    </div>
  );
}
