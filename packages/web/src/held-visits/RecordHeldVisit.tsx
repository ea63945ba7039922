import { useQuery } from '@apollo/client/react';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { useRegister } from '../people/useRegister.ts';
import { HouseholdPicker } from '../residents/HouseholdPicker.tsx';
import { FormModal } from '../ui/FormModal.tsx';
import { Required } from '../ui/Required.tsx';
import { VisitFields } from '../visits/VisitFields.tsx';
import { VisitorPicker } from '../visits/VisitorPicker.tsx';
import type { VisitValues } from '../visits/visit.ts';
import { type HeldRequest, HeldRequests, isWhole, requestsOf } from './HeldRequests.tsx';
import { HELD_VISIT, type HeldVisit } from './held-visit.ts';

const RECORD_HELD_VISIT = graphql(`
  mutation RecordHeldVisit($input: RecordHeldVisitInput!) {
    recordHeldVisit(input: $input) { held { id status } visit { id block { id name } } }
  }
`);

interface Props {
  id: string;
  town: string;
  onClose: () => void;
}

/** Records a visit that is held after all, as it was sent or corrected, once what was said at it has been read for that. */
export function RecordHeldVisit(props: Props) {
  const { data } = useQuery(HELD_VISIT, { variables: { id: props.id }, fetchPolicy: 'no-cache' });
  return data?.node && 'requests' in data.node ? <RecordForm {...props} held={data.node} /> : null;
}

type Values = VisitValues & { household?: string; requests?: HeldRequest[] };

function RecordForm({ held, town, onClose }: Props & { held: HeldVisit }) {
  const { t } = useTranslation(['heldVisits', 'visits', 'households']);
  const record = useChange(RECORD_HELD_VISIT);
  const register = useRegister(town);
  const { household, visitors: known, visitedOn, way } = held;
  const asked = requestsOf(held);
  const first: Partial<Values> = {
    ...{ visitedOn, way, situation: held.situation ?? '', demand: held.demand ?? '', service: held.service ?? '' },
    ...{ outcome: held.outcome ?? '', visitors: known.map(({ id }) => id), requests: asked },
  };
  const picker = <HouseholdPicker town={town} {...(household ? { except: household.id } : {})} />;
  return (
    <FormModal<Values>
      title={t('recordTitle', { day: visitedOn })}
      lead={t('because', { reason: held.message })}
      submitLabel={t('record')}
      initialValues={first}
      onClose={onClose}
      onSubmit={async ({ visitors: named, household: other, requests, ...values }) => {
        const visitors: string[] = [];
        for (const each of named) visitors.push(await register.person(each));
        const { recordHeldVisit } = await record({
          held: held.id,
          ...values,
          visitors,
          ...(other === undefined ? {} : { household: other }),
          // What was not touched goes as it was sent.
          ...(requests === undefined || requests === asked ? {} : { requests: requests.filter(isWhole) }),
        });
        return t('visits:recorded', { block: recordHeldVisit.visit?.block.name ?? '' });
      }}
    >
      {household ? (
        <Form.Item name="household" label={t('otherHousehold', { code: household.code ?? t('households:noCode') })}>
          {picker}
        </Form.Item>
      ) : (
        <Required chosen name="household" label={t('household')}>
          {picker}
        </Required>
      )}
      <VisitFields
        picker={
          <VisitorPicker
            place={{ town, block: household?.block?.id, viewerCan: household?.viewerCan ?? [] }}
            known={known}
          />
        }
      />
      {asked.length > 0 && (
        <Form.Item
          name="requests"
          label={t('requests')}
          rules={[
            {
              validator: (_, value: readonly HeldRequest[]) =>
                value.every(isWhole) ? Promise.resolve() : Promise.reject(new Error(t('incomplete'))),
            },
          ]}
        >
          <HeldRequests town={town} fixed={held.requests.some(({ handled }) => handled)} />
        </Form.Item>
      )}
    </FormModal>
  );
}
