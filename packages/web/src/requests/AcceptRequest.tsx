import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { useRegister } from '../people/useRegister.ts';
import { Required } from '../ui/Required.tsx';
import { HolderPicker } from './HolderPicker.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const ACCEPT_REQUEST = graphql(`
  mutation AcceptRequest($input: AcceptRequestInput!) {
    acceptRequest(input: $input) { request { id state version } }
  }
`);

/** Says who holds a request, or hands it over. */
export function AcceptRequest(props: StepProps) {
  const { t } = useTranslation('requests');
  const accept = useChange(ACCEPT_REQUEST);
  const { town, id } = props.request.block;
  const register = useRegister(town.code);
  return (
    <StepForm<{ on: string; holder: string }>
      {...props}
      step="ACCEPT"
      {...(props.request.state === 'ACCEPTED' ? { title: t('handOver') } : {})}
      take={async ({ holder }, common) => accept({ ...common, holder: await register.person(holder) })}
    >
      <Required chosen name="holder" label={t('holder')}>
        <HolderPicker place={{ town: town.code, block: id, viewerCan: town.viewerCan }} />
      </Required>
    </StepForm>
  );
}
