import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { MY_GRANTS } from './application.ts';
import { GrantLine } from './GrantLine.tsx';

/** Which applications one lets act for oneself, and taking that back. */
export function Component() {
  const { t } = useTranslation('applications');
  const { data, error, refetch } = useQuery(MY_GRANTS, { fetchPolicy: 'cache-and-network' });
  const grants = data?.viewer?.applicationGrants;
  if (!grants) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  return (
    <div className="page">
      <PageHead title={t('grants')} meta={t('grantsLead')} />
      <div className="column-main">
        <Panel flush title={t('holdingGrants', { n: grants.length })}>
          {grants.length === 0 && <p className="hint padded">{t('noGrants')}</p>}
          {grants.map((grant) => (
            <GrantLine key={grant.id} grant={grant} />
          ))}
        </Panel>
      </div>
    </div>
  );
}
