import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import type { RequestRow } from '../requests/request.ts';
import { DayField } from '../ui/Required.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

export const LINK_REQUESTS = graphql(`
  mutation LinkRequests($input: LinkRequestsInput!) {
    linkRequests(input: $input) { project { id version requestCount } }
  }
`);

const UNLINK_REQUESTS = graphql(`
  mutation UnlinkRequests($input: UnlinkRequestsInput!) {
    unlinkRequests(input: $input) { project { id version requestCount } }
  }
`);

/** Links all requests about a project's subject that were raised in a period. */
export function LinkRequests(props: StepProps) {
  const { t } = useTranslation('projects');
  const link = useChange(LINK_REQUESTS);
  const { proposedOn, subject } = props.project;
  return (
    <StepForm<{ on: string; first: string; last: string }>
      {...props}
      step="LINK"
      lead={t('linkLead', { subject: subject.name })}
      initialValues={{ first: `${proposedOn.slice(0, 4)}-01-01`, last: proposedOn }}
      take={({ first, last }, common) => link({ ...common, raised: { first, last } })}
    >
      <DayField name="first" label={t('raisedFrom')} />
      <DayField name="last" label={t('raisedTo')} />
    </StepForm>
  );
}

/** Takes a request out of a project. */
export function UnlinkRequest({ request, ...props }: StepProps & { request: RequestRow }) {
  const { t } = useTranslation('projects');
  const unlink = useChange(UNLINK_REQUESTS);
  return (
    <StepForm<{ on: string }>
      {...props}
      step="UNLINK"
      lead={t('unlinkLead', { number: request.number })}
      take={(_values, common) => unlink({ ...common, requests: [request.id] })}
    />
  );
}
