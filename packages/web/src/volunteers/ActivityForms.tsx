import { useQuery } from '@apollo/client/react';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import { type Activity, VOLUNTEERS } from './volunteer.ts';

const SIGN_UP = graphql(`
  mutation SignUpForVolunteerActivity($input: SignUpForVolunteerActivityInput!) {
    signUpForVolunteerActivity(input: $input) { activity { id } }
  }
`);
const CALL_OFF = graphql(`
  mutation CallOffVolunteerActivity($input: CallOffVolunteerActivityInput!) {
    callOffVolunteerActivity(input: $input) { activity { id } }
  }
`);
const UNDO = graphql(`
  mutation UndoVolunteerAttendance($input: UndoVolunteerAttendanceInput!) {
    undoVolunteerAttendance(input: $input) { activity { id } }
  }
`);

interface Props {
  activity: Activity;
  onClose: () => void;
}

/** Signs volunteers up. */
export function SignUp({ activity, onClose }: Props) {
  const { t } = useTranslation(['volunteers', 'ui']);
  const signUp = useChange(SIGN_UP);
  const [name, setName] = useState('');
  const filter = { ended: false, ...(name && { name }) };
  const { data } = useQuery(VOLUNTEERS, { variables: { code: activity.town.code, filter, after: null } });
  const options = (data?.town?.volunteers?.nodes ?? []).map((each) => ({
    value: each.id,
    label: `${each.name} · ${each.unit?.name ?? ''}`,
  }));
  return (
    <FormModal<{ volunteers: string[] }>
      title={t('signUp')}
      submitLabel={t('signUp')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async (values) => {
        await signUp({ activity: activity.id, ...values });
        return t('ui:saved');
      }}
    >
      <Form.Item
        name="volunteers"
        label={t('views.volunteers')}
        rules={[{ required: true, type: 'array', message: t('ui:choose', { label: t('views.volunteers') }) }]}
      >
        <Select mode="multiple" showSearch={{ filterOption: false, onSearch: setName }} options={options} />
      </Form.Item>
    </FormModal>
  );
}

/** Calls an activity off. */
export function CallOff({ activity, onClose }: Props) {
  const { t } = useTranslation(['volunteers', 'ui']);
  const callOff = useChange(CALL_OFF);
  return (
    <FormModal<{ reason: string }>
      title={`${activity.name} · ${t('callOff')}`}
      submitLabel={t('callOff')}
      danger
      initialValues={{}}
      onClose={onClose}
      onSubmit={async (values) => {
        await callOff({ activity: activity.id, ...values });
        return t('ui:saved');
      }}
    >
      <Required name="reason" label={t('reason')}>
        <Input maxLength={most.fundReason} autoComplete="off" />
      </Required>
    </FormModal>
  );
}

/** Takes back that volunteers came, with the points for it. */
export function UndoAttendance({ activity, signUps, onClose }: Props & { signUps: readonly string[] }) {
  const { t } = useTranslation(['volunteers', 'ui']);
  const undo = useChange(UNDO);
  return (
    <FormModal<{ reason: string }>
      title={t('undo')}
      lead={t('undoLead', { n: activity.points })}
      submitLabel={t('undo')}
      danger
      initialValues={{}}
      onClose={onClose}
      onSubmit={async (values) => {
        await undo({ activity: activity.id, signUps: [...signUps], ...values });
        return t('ui:saved');
      }}
    >
      <Required name="reason" label={t('reason')}>
        <Input maxLength={most.fundReason} autoComplete="off" />
      </Required>
    </FormModal>
  );
}
