import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import type { Permission } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { PeoplePicker } from '../people/PeoplePicker.tsx';
import { useRegister } from '../people/useRegister.ts';
import { SubjectPicker } from '../requests/SubjectPicker.tsx';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField, Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import { type PartyNamed, partyOf } from './mediation.ts';
import { PartyFields } from './PartyFields.tsx';

const BEGIN_MEDIATION = graphql(`
  mutation BeginMediation($input: BeginMediationInput!) {
    beginMediation(input: $input) { mediation { id number } }
  }
`);

interface Values {
  subject: string;
  unit?: string;
  matter: string;
  parties: PartyNamed[];
  mediators: string[];
  on: string;
}

interface Props {
  town: {
    code: string;
    name: string;
    viewerCan: readonly Permission[];
    viewerCanSomewhere: readonly Permission[];
  };
  /** The request out of which it comes. */
  request?: { id: string; subject: { id: string }; unit: { id: string } | null };
  onClose: () => void;
}

/** Begins a mediation: who is at odds about what, and who mediates. */
export function BeginMediation({ town, request, onClose }: Props) {
  const { t } = useTranslation(['mediations', 'requests', 'ui']);
  const begin = useChange(BEGIN_MEDIATION);
  const register = useRegister(town.code);
  // Whoever works for a part of the town mediates in that part only.
  const forTown = can(town, 'MEDIATION_RECORD');
  const unit = <TreePicker town={town.code} pick="unit" placeholder={forTown ? town.name : t('unit')} allowClear />;
  const about = request ? { subject: request.subject.id, ...(request.unit ? { unit: request.unit.id } : {}) } : {};
  return (
    <FormModal<Values>
      title={t('begin')}
      submitLabel={t('begin')}
      initialValues={{ ...about, parties: [{ kind: 'other' }, { kind: 'other' }], on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ parties, mediators, ...values }) => {
        const { beginMediation } = await begin({
          ...values,
          ...(request ? { request: request.id } : {}),
          parties: parties.map(partyOf),
          mediators: await register.people(mediators),
        });
        return t('begun', { number: beginMediation.mediation.number });
      }}
    >
      <Required chosen name="subject" label={t('requests:subject')}>
        <SubjectPicker town={town.code} />
      </Required>
      {forTown ? (
        <Form.Item name="unit" label={t('unit')}>
          {unit}
        </Form.Item>
      ) : (
        <Required chosen name="unit" label={t('unit')}>
          {unit}
        </Required>
      )}
      <Written name="matter" label={t('matter')} />
      <PartyFields town={town.code} knowsResidents={town.viewerCanSomewhere.includes('RESIDENT_READ')} />
      <Form.Item
        name="mediators"
        label={t('mediators')}
        rules={[{ required: true, message: t('ui:choose', { label: t('mediators') }) }]}
      >
        <PeoplePicker town={town.code} placeholder={t('mediators')} />
      </Form.Item>
      <DayField name="on" label={t('begunDay')} />
    </FormModal>
  );
}
