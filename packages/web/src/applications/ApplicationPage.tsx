import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { StoredOperations } from '../stored-operations/StoredOperations.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { UsagePanel } from '../usage/UsagePanel.tsx';
import { MY_APPLICATIONS } from './application.ts';
import { GrantedConsents } from './GrantedConsents.tsx';

/** An application of one’s own: which towns let it do what, and how much it asks for. */
export function Component() {
  const { t } = useTranslation('applications');
  const { clientId } = useParams();
  const { data, error, refetch } = useQuery(MY_APPLICATIONS);
  const applications = data?.viewer?.applications;
  if (!applications) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const application = applications.find((each) => each.clientId === clientId);
  if (!application) return <Missing />;
  return (
    <div className="page">
      <PageHead
        title={application.name}
        crumbs={<Link to="/applications">{t('mine')}</Link>}
        meta={
          <>
            <span>
              {t('clientId')} {application.clientId}
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
        <GrantedConsents clientId={application.clientId} />
        <UsagePanel clientId={application.clientId} name={application.name} />
        <StoredOperations application={application} />
      </div>
    </div>
  );
}
