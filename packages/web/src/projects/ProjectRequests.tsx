import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RequestCard } from '../requests/RequestCard.tsx';
import type { RequestRow } from '../requests/request.ts';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { UnlinkRequest } from './LinkRequests.tsx';
import { PROJECT_REQUESTS, type Project } from './project.ts';

/** The requests that led to a project, as far as its viewer sees them, the latest first. */
export function ProjectRequests({ project }: { project: Project }) {
  const { t } = useTranslation('projects');
  const [leaving, setLeaving] = useState<RequestRow | null>(null);
  const query = useQuery(PROJECT_REQUESTS, {
    variables: { id: project.id, after: null },
  });
  const { data, error, refetch } = query;
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={3} />;
  const requests = data.project?.requests;
  const seen = requests?.totalCount ?? 0;
  const linked = project.requestCount ?? 0;
  return (
    <Panel title={t('linkedRequests', { n: linked })} flush>
      {linked === 0 && <p className="hint padded">{t('noneLinked')}</p>}
      {requests?.nodes.map((request) => (
        <div key={request.id} className="linked-request">
          <RequestCard request={request} withState />
          {project.actions.includes('UNLINK') && (
            <Button type="text" size="small" onClick={() => setLeaving(request)}>
              {t('takeOut')}
            </Button>
          )}
        </div>
      ))}
      <MoreButton query={query} list={(answer) => answer.project?.requests} />
      {seen < linked && <p className="hint padded">{t('unseen', { n: linked - seen })}</p>}
      {leaving && <UnlinkRequest project={project} request={leaving} onClose={() => setLeaving(null)} />}
    </Panel>
  );
}
