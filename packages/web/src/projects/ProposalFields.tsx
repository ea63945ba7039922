import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import { UnitsPicker } from '../units/UnitsPicker.tsx';
import { longestBudget } from './project.ts';

interface Props {
  town: { code: string; name: string };
  /** Whether it can be for the whole town. */
  forTown: boolean;
}

/** What a proposal says: its name, what is to be done, where, and what it may cost. */
export function ProposalFields({ town, forTown }: Props) {
  const { t } = useTranslation(['projects', 'ui']);
  return (
    <>
      <Required name="name" label={t('name')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Required>
      <Written name="goal" label={t('goal')} placeholder={t('goalHint')} />
      <Form.Item
        name="units"
        label={t('places')}
        rules={forTown ? [] : [{ required: true, message: t('ui:choose', { label: t('places') }) }]}
      >
        <UnitsPicker town={town.code} placeholder={forTown ? town.name : t('places')} />
      </Form.Item>
      <Form.Item name="budget" label={t('budgetOptional')}>
        <Input maxLength={longestBudget} placeholder={t('budgetHint')} />
      </Form.Item>
    </>
  );
}
