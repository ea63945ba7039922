import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { Written } from '../ui/Written.tsx';
import { type PartyNamed, partyOf } from './mediation.ts';
import { PartyFields } from './PartyFields.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const ADD_PARTIES = graphql(`
  mutation AddMediationParties($input: AddMediationPartiesInput!) {
    addMediationParties(input: $input) { mediation { id version } }
  }
`);

const RELEASE_PARTIES = graphql(`
  mutation ReleaseMediationParties($input: ReleaseMediationPartiesInput!) {
    releaseMediationParties(input: $input) { mediation { id version } }
  }
`);

/** Brings further parties into a mediation. */
export function AddParties(props: StepProps) {
  const add = useChange(ADD_PARTIES);
  const { town, parties } = props.mediation;
  return (
    <StepForm<{ on: string; parties: PartyNamed[] }>
      {...props}
      step="ADD_PARTIES"
      initialValues={{ parties: [{ kind: 'other' }] }}
      take={(values, common) => add({ ...common, parties: values.parties.map(partyOf) })}
    >
      <PartyFields
        town={town.code}
        knowsResidents={town.viewerCanSomewhere.includes('RESIDENT_READ')}
        before={parties.length}
      />
    </StepForm>
  );
}

/** Lets parties leave a mediation. */
export function ReleaseParties(props: StepProps) {
  const { t } = useTranslation(['mediations', 'ui']);
  const release = useChange(RELEASE_PARTIES);
  return (
    <StepForm<{ on: string; parties: string[]; reason: string }>
      {...props}
      step="RELEASE_PARTIES"
      take={({ parties, reason }, common) => release({ ...common, parties, reason })}
    >
      <Form.Item
        name="parties"
        label={t('whoLeaves')}
        extra={t('whoLeavesHint')}
        rules={[{ required: true, message: t('ui:choose', { label: t('whoLeaves') }) }]}
      >
        <Select
          mode="multiple"
          options={props.mediation.parties.map(({ id, name, code }) => ({ value: id, label: name ?? code }))}
        />
      </Form.Item>
      <Written name="reason" label={t('reason')} />
    </StepForm>
  );
}
