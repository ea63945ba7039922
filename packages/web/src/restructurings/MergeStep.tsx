import { Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OfficersFate, UnitKind } from '../generated/graphql.ts';
import { unitKinds } from '../towns/kinds.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { optionsOf } from '../ui/options.ts';
import { Required } from '../ui/Required.tsx';
import { CodeField } from '../units/CodeField.tsx';
import { NodePicker } from '../units/NodePicker.tsx';
import { KindField, OfficersField, type StepFormProps } from './StepFields.tsx';
import { nextRef } from './step.ts';

interface Values {
  into: 'NEW' | 'STANDING';
  kind: UnitKind;
  name: string;
  code?: string;
  unit: string;
  designated: string;
  officers: OfficersFate;
}

/** Lets the chosen units end in another: a new one, which the draft opens where the first of them stands, or one there is. */
export function MergeStep({ editor, units, onClose }: StepFormProps) {
  const { t } = useTranslation(['restructurings', 'units', 'ui']);
  const [first] = units;
  if (!first || first.kind === 'TEAM') return null;
  return (
    <FormModal<Values>
      title={t('draft.mergeTitle', { names: units.map(({ name }) => name).join(t('ui:and')) })}
      lead={t('draft.mergeLead')}
      submitLabel={t('draft.add')}
      initialValues={{ into: 'NEW', kind: first.kind, designated: first.id, officers: 'FOLLOW' }}
      onClose={onClose}
      onSubmit={async (values) => {
        const ends = units.filter(({ id }) => values.into === 'NEW' || id !== values.unit);
        const designated = ends.some(({ id }) => id === values.designated) ? values.designated : ends[0]?.id;
        const merge = {
          units: ends.map(({ id }) => editor.nameOf(id)),
          designated: designated === undefined ? null : editor.nameOf(designated),
          officers: values.officers,
        };
        if (values.into === 'STANDING') {
          await editor.add({ merge: { ...merge, into: editor.nameOf(values.unit) } });
          return t('draft.added');
        }
        const ref = nextRef(editor.steps);
        const parent = first.parent === null ? null : editor.nameOf(first.parent);
        const { kind, name, code } = values;
        const overlay = kind === 'BLOCK' ? first.overlay : null;
        await editor.add(
          { open: { ref, kind, name: name.trim(), code: code?.trim() || null, status: 'ACTIVE', parent, overlay } },
          { merge: { ...merge, into: `#${ref}` } },
        );
        return t('draft.added');
      }}
    >
      {(form) => (
        <>
          <Form.Item name="into" label={t('draft.into')}>
            <Radio.Group
              options={[
                { value: 'NEW', label: t('draft.intoNew') },
                { value: 'STANDING', label: t('draft.intoStanding') },
              ]}
            />
          </Form.Item>
          <Form.Item noStyle dependencies={['into']}>
            {() =>
              form.getFieldValue('into') === 'STANDING' ? (
                <Required chosen name="unit" label={t('draft.intoUnit')}>
                  <NodePicker
                    nodes={editor.draft.tree ?? []}
                    fits={({ id, kind }) => kind !== 'TEAM' && (units.length > 1 || id !== first.id)}
                    placeholder={t('draft.chooseUnit')}
                  />
                </Required>
              ) : (
                <>
                  <KindField kinds={unitKinds} />
                  <Required name="name" label={t('units:newName')}>
                    <Input autoFocus maxLength={most.name} autoComplete="off" />
                  </Required>
                  <CodeField />
                </>
              )
            }
          </Form.Item>
          {units.length > 1 && (
            <Form.Item name="designated" label={t('draft.designated')} extra={t('draft.designatedLead')}>
              <Select options={optionsOf(units)} />
            </Form.Item>
          )}
          <OfficersField />
        </>
      )}
    </FormModal>
  );
}
