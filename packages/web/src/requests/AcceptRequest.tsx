import { useTranslation } from 'react-i18next';
import { useSelf } from '../accounts/viewer.ts';
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

/** Says who holds a request, oneself unless told, or hands it over. */
export function AcceptRequest(props: StepProps) {
  const { t } = useTranslation('requests');
  const accept = useChange(ACCEPT_REQUEST);
  const { town, id } = props.request.block;
  const register = useRegister(town.code);
  const self = useSelf(town.code);
  const handsOver = props.request.state === 'ACCEPTED';
  const known = self && !handsOver ? { value: self.id, label: self.name } : undefined;
  return (
    <StepForm<{ on: string; holder: string }>
      {...props}
      step="ACCEPT"
      {...(handsOver ? { title: t('handOver') } : {})}
      initialValues={known ? { holder: known.value } : {}}
      take={async ({ holder }, common) => accept({ ...common, holder: await register.person(holder) })}
    >
      <Required chosen name="holder" label={t('holder')}>
        <HolderPicker place={{ town: town.code, block: id, viewerCan: town.viewerCan }} known={known} />
      </Required>
    </StepForm>
  );
}
