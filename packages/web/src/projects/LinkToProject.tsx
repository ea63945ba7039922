import { useQuery } from '@apollo/client/react';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { RequestInFull } from '../requests/request.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { Required } from '../ui/Required.tsx';
import { LINK_REQUESTS } from './LinkRequests.tsx';
import { OPEN_PROJECTS } from './project.ts';

/** Puts a request that is in no project into one, for whoever proposes projects somewhere in the town. */
export function LinkToProject({ request }: { request: RequestInFull }) {
  const { t } = useTranslation('projects');
  const [linking, setLinking] = useState(false);
  const { town } = request.block;
  const open = request.project === null && request.state !== 'WITHDRAWN';
  if (!open || !town.viewerCanSomewhere.includes('PROJECT_PROPOSE')) return null;
  return (
    <>
      <Button onClick={() => setLinking(true)}>{t('intoProject')}</Button>
      {linking && <Link request={request} onClose={() => setLinking(false)} />}
    </>
  );
}

function Link({ request, onClose }: { request: RequestInFull; onClose: () => void }) {
  const { t } = useTranslation(['projects', 'ui']);
  const link = useChange(LINK_REQUESTS);
  const { data } = useQuery(OPEN_PROJECTS, { variables: { code: request.block.town.code } });
  const projects = data?.town?.projects?.nodes ?? [];
  return (
    <FormModal<{ project: string }>
      title={t('intoProject')}
      lead={t('intoLead')}
      submitLabel={t('intoProject')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ project }) => {
        await link({ project, requests: [request.id] });
        return t('ui:stepDone', { step: t('intoProject') });
      }}
    >
      <Required chosen name="project" label={t('project')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('project')}
          options={projects.map(({ id, number, name }) => ({ value: id, label: `${name} ${number}` }))}
        />
      </Required>
    </FormModal>
  );
}
