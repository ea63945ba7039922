import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../ui/FormModal.tsx';
import { Required } from '../ui/Required.tsx';
import { NodePicker } from '../units/NodePicker.tsx';
import { HouseholdNumbers } from './HouseholdNumbers.tsx';
import { useHouseholdsByNumber } from './numbers.ts';
import type { StepFormProps } from './StepFields.tsx';
import { opensUnit } from './step.ts';

/** Lets households of the chosen block go to another: all of them, or those whose numbers are given. */
export function TransferStep({ editor, units: [block], onClose }: StepFormProps) {
  const { t } = useTranslation('restructurings');
  const find = useHouseholdsByNumber();
  if (!block) return null;
  const isNew = opensUnit(editor.draft.steps, block.id);
  return (
    <FormModal<{ to: string; which: 'ALL' | 'SOME'; numbers?: string[] }>
      title={t('draft.transferTitle', { name: block.name })}
      submitLabel={t('draft.add')}
      initialValues={{ which: 'ALL' }}
      onClose={onClose}
      onSubmit={async ({ to, which, numbers = [] }) => {
        const some = which === 'SOME' ? await find(block.id, editor.draft.effectiveOn, numbers) : null;
        await editor.add({
          transferHouseholds: { from: editor.nameOf(block.id), to: editor.nameOf(to), households: some },
        });
        return t('draft.added');
      }}
    >
      {(form) => (
        <>
          <Required chosen name="to" label={t('draft.toBlock')}>
            <NodePicker
              nodes={editor.draft.tree ?? []}
              fits={({ id, kind, overlay }) => kind === 'BLOCK' && overlay === null && id !== block.id}
              placeholder={t('draft.chooseUnit')}
            />
          </Required>
          <Form.Item name="which" label={t('draft.which')} extra={isNew && t('draft.numbersOfNew')}>
            <Radio.Group
              options={[
                { value: 'ALL', label: t('draft.allHouseholds') },
                { value: 'SOME', label: t('draft.someHouseholds'), disabled: isNew },
              ]}
            />
          </Form.Item>
          <Form.Item noStyle dependencies={['which']}>
            {() =>
              form.getFieldValue('which') === 'SOME' && (
                <Form.Item
                  name="numbers"
                  label={t('draft.numbers')}
                  rules={[{ required: true, message: t('draft.chooseHouseholds') }]}
                >
                  <HouseholdNumbers block={block.id} asOf={editor.draft.effectiveOn} />
                </Form.Item>
              )
            }
          </Form.Item>
        </>
      )}
    </FormModal>
  );
}
