import { useQuery } from '@apollo/client/react';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { VisitTextsQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { useRegister } from '../people/useRegister.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import { VisitFields } from './VisitFields.tsx';
import { VisitorPicker } from './VisitorPicker.tsx';
import { VISIT_TEXTS, type Visit, type VisitValues } from './visit.ts';

const REVISE_VISIT = graphql(`
  mutation ReviseVisit($input: ReviseVisitInput!) {
    reviseVisit(input: $input) { visit { id version } }
  }
`);

interface Props {
  visit: Visit;
  town: string;
  onClose: () => void;
}

type Texts = NonNullable<VisitTextsQuery['visit']>;

/** Writes a visit anew, once what was said at it has been read for that; what was written before stays. */
export function ReviseVisit(props: Props) {
  const { data } = useQuery(VISIT_TEXTS, { variables: { id: props.visit.id }, fetchPolicy: 'no-cache' });
  return data?.visit ? <ReviseForm {...props} said={data.visit} /> : null;
}

function ReviseForm({ visit, said, town, onClose }: Props & { said: Texts }) {
  const { t } = useTranslation('visits');
  const revise = useChange(REVISE_VISIT);
  const register = useRegister(town);
  const { visitedOn, way } = visit;
  const before = {
    ...{ visitedOn, way },
    ...{ situation: said.situation ?? '', demand: said.demand ?? '', service: said.service ?? '' },
    outcome: said.outcome ?? '',
  };
  return (
    <FormModal<VisitValues & { reason: string }>
      title={t('reviseTitle', { day: visit.visitedOn })}
      lead={t('reviseLead')}
      submitLabel={t('revise')}
      initialValues={{ ...before, visitors: visit.visitors.map(({ id }) => id) }}
      onClose={onClose}
      onSubmit={async ({ visitors: named, ...values }) => {
        const visitors = await register.people(named);
        await revise({ visit: visit.id, expectedVersion: visit.version, ...values, visitors });
        return t('revised');
      }}
    >
      <VisitFields
        picker={
          <VisitorPicker place={{ town, block: visit.block.id, viewerCan: visit.viewerCan }} known={visit.visitors} />
        }
      />
      <Required name="reason" label={t('reason')}>
        <Input maxLength={most.visitReason} />
      </Required>
    </FormModal>
  );
}
