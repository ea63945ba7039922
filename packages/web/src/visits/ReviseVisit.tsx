import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { useRegister } from '../people/useRegister.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import { VisitFields } from './VisitFields.tsx';
import type { Visit, VisitValues } from './visit.ts';

const REVISE_VISIT = graphql(`
  mutation ReviseVisit($input: ReviseVisitInput!) {
    reviseVisit(input: $input) { visit { id version } }
  }
`);

/** Writes a visit anew; what was written before stays. */
export function ReviseVisit({ visit, town, onClose }: { visit: Visit; town: string; onClose: () => void }) {
  const { t } = useTranslation('visits');
  const revise = useChange(REVISE_VISIT);
  const register = useRegister(town);
  const { visitedOn, way } = visit;
  const before = {
    ...{ visitedOn, way },
    ...{ situation: visit.situation ?? '', demand: visit.demand ?? '', service: visit.service ?? '' },
    outcome: visit.outcome ?? '',
  };
  return (
    <FormModal<VisitValues & { reason: string }>
      title={t('reviseTitle', { day: visit.visitedOn })}
      lead={t('reviseLead')}
      submitLabel={t('revise')}
      initialValues={{ ...before, visitors: visit.visitors.map(({ id }) => id) }}
      onClose={onClose}
      onSubmit={async ({ visitors: named, ...values }) => {
        const visitors: string[] = [];
        for (const each of named) visitors.push(await register.person(each));
        await revise({ visit: visit.id, expectedVersion: visit.version, ...values, visitors });
        return t('revised');
      }}
    >
      <VisitFields place={{ town, block: visit.block.id, viewerCan: visit.viewerCan }} known={visit.visitors} />
      <Required name="reason" label={t('reason')}>
        <Input maxLength={most.visitReason} />
      </Required>
    </FormModal>
  );
}
