import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DeveloperNav } from '../developers/DeveloperNav.tsx';
import { StoredOperations } from '../stored-operations/StoredOperations.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { UsagePanel } from '../usage/UsagePanel.tsx';
import { MY_APPLICATION } from './application.ts';
import { GrantedConsents } from './GrantedConsents.tsx';

/** An application of one’s own: which towns let it do what, and how much it asks for. */
export function Component() {
  const { t } = useTranslation('applications');
  const { clientId = '' } = useParams();
  const { data, error, refetch } = useQuery(MY_APPLICATION, { variables: { clientId } });
  const application = data?.application;
  if (!application) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  // One of somebody else’s.
  if (application.secrets === null) return <Missing />;
  return (
    <div className="page">
      <PageHead
        title={application.name}
        nav={<DeveloperNav />}
        meta={
          <>
            <span>
              {t('clientId')} {application.clientId} <CopyButton text={application.clientId} of={t('clientId')} />
            </span>
            {application.endedAt !== null && <span>{t('outOfUse')}</span>}
          </>
        }
        actions={
          application.endedAt === null &&
          application.confidential && <Link to={`/explorer?as=${application.clientId}`}>{t('exploreAs')}</Link>
        }
      />
      <div className="column-main">
        <GrantedConsents application={application} />
        <UsagePanel clientId={application.clientId} name={application.name} />
        <StoredOperations application={application} />
      </div>
    </div>
  );
}
