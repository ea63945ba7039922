import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { can } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { useRegister } from '../people/useRegister.ts';
import type { Town } from '../towns/town.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import { type Going, GoingFields } from './FrameFields.tsx';
import { ProgrammeFields, type Said } from './ProgrammeFields.tsx';
import { programmePath } from './programme.ts';

const PLAN = graphql(`
  mutation PlanProgramme($input: PlanProgrammeInput!) {
    planProgramme(input: $input) { programme { id } }
  }
`);

type Values = Said & Going & { unit?: string };

/** Plans a programme, and goes to its page. */
export function PlanProgramme({ town, onClose }: { town: Town; onClose: () => void }) {
  const { t } = useTranslation(['programmes', 'ui']);
  const plan = useChange(PLAN);
  const register = useRegister(town.code);
  const navigate = useNavigate();
  const forTown = can(town, 'PROGRAMME_MANAGE');
  const today = dayInShanghai();
  return (
    <FormModal<Values>
      title={t('plan')}
      submitLabel={t('plan')}
      initialValues={{ kind: 'EVENT', takers: 'RESIDENT', oneSession: false, firstDay: today, lastDay: today }}
      onClose={onClose}
      onSubmit={async ({ partners = [], ...values }) => {
        const named = await register.partners(partners);
        const { planProgramme } = await plan({ town: town.code, ...values, partners: named });
        void navigate(programmePath(planProgramme.programme.id));
        return t('ui:saved');
      }}
    >
      <GoingFields />
      <Form.Item
        name="unit"
        label={t('heldAt')}
        rules={forTown ? [] : [{ required: true, message: t('ui:choose', { label: t('heldAt') }) }]}
      >
        <TreePicker town={town.code} pick="unit" placeholder={forTown ? town.name : t('heldAt')} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before, after) => before.takers !== after.takers}>
        {(form) => <ProgrammeFields town={town} takers={form.getFieldValue('takers')} partners={[]} />}
      </Form.Item>
    </FormModal>
  );
}
