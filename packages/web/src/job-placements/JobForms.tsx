import { useQuery } from '@apollo/client/react';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { MEMBERS } from '../relief/relief.ts';
import type { Home } from '../residents/resident.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { optionsOf } from '../ui/options.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import type { JobPlacement } from './job-placement.ts';

const RECORD = graphql(`
  mutation RecordJobPlacement($input: RecordJobPlacementInput!) {
    recordJobPlacement(input: $input) { jobPlacement { id } }
  }
`);

const END = graphql(`
  mutation EndJobPlacement($input: EndJobPlacementInput!) {
    endJobPlacement(input: $input) { jobPlacement { id version } }
  }
`);

const WITHDRAW = graphql(`
  mutation WithdrawJobPlacement($input: WithdrawJobPlacementInput!) {
    withdrawJobPlacement(input: $input) { jobPlacement { id version } }
  }
`);

interface Recorded {
  resident: string;
  employer: string;
  post: string;
  foundBy?: string;
  on: string;
}

/** Records a job that was found for a member of a household. */
export function RecordJob({ household, onClose }: { household: Home; onClose: () => void }) {
  const { t } = useTranslation(['jobPlacements', 'ui']);
  const record = useChange(RECORD);
  const { data } = useQuery(MEMBERS, { variables: { id: household.id }, fetchPolicy: 'no-cache' });
  return (
    <FormModal<Recorded>
      title={t('record')}
      readsFor="RELIEF"
      submitLabel={t('record')}
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ foundBy, ...values }) => {
        await record({ ...values, ...(foundBy?.trim() ? { foundBy } : {}) });
        return t('ui:saved');
      }}
    >
      <Required chosen name="resident" label={t('resident')}>
        <Select options={optionsOf(data?.household?.residents ?? [])} />
      </Required>
      <Required name="employer" label={t('employer')}>
        <Input maxLength={most.name} />
      </Required>
      <Required name="post" label={t('post')}>
        <Input maxLength={most.name} />
      </Required>
      <Form.Item name="foundBy" label={t('foundByOptional')}>
        <Input maxLength={most.name} placeholder={t('foundByHint')} />
      </Form.Item>
      <DayField name="on" label={t('on')} />
    </FormModal>
  );
}

interface OfJob {
  job: JobPlacement;
  onClose: () => void;
}

/** Puts down that a resident has left a job. */
export function EndJob({ job: { id, version }, onClose }: OfJob) {
  const { t } = useTranslation(['jobPlacements', 'ui']);
  const end = useChange(END);
  return (
    <FormModal<{ on: string }>
      title={t('end')}
      submitLabel={t('end')}
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ on }) => {
        await end({ jobPlacement: id, expectedVersion: version, on });
        return t('ui:saved');
      }}
    >
      <DayField name="on" label={t('leftDay')} />
    </FormModal>
  );
}

/** Withdraws a job that was recorded by mistake. */
export function WithdrawJob({ job: { id, version }, onClose }: OfJob) {
  const { t } = useTranslation(['jobPlacements', 'ui']);
  const withdraw = useChange(WITHDRAW);
  return (
    <FormModal<{ reason: string }>
      title={t('withdraw')}
      lead={t('withdrawLead')}
      submitLabel={t('withdraw')}
      danger
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        await withdraw({ jobPlacement: id, expectedVersion: version, reason });
        return t('ui:saved');
      }}
    >
      <Written name="reason" label={t('why')} />
    </FormModal>
  );
}
