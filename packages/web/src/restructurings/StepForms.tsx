import { useQuery } from '@apollo/client/react';
import { Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FieldProblem } from '../errors.ts';
import type { OfficersFate, UnitKind } from '../generated/graphql.ts';
import { TOWN_OVERLAYS } from '../overlays/overlay.ts';
import { unitKinds } from '../towns/kinds.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { optionsOf } from '../ui/options.ts';
import { Required } from '../ui/Required.tsx';
import { CodeField } from '../units/CodeField.tsx';
import { NodePicker } from '../units/NodePicker.tsx';
import { KindField, OfficersField, type StepFormProps } from './StepFields.tsx';
import { nextRef } from './step.ts';

/** Opens a unit in the draft, under another or directly under the town; a block may be one of an overlay. */
export function OpenStep({
  editor,
  parent,
  kinds,
  usual,
  town,
  onClose,
}: Pick<StepFormProps, 'editor' | 'onClose'> & {
  parent: { id: string | null; name: string };
  kinds: readonly UnitKind[];
  /** The kind that is chosen at first. */
  usual: UnitKind | undefined;
  town: { code: string };
}) {
  const { t } = useTranslation(['restructurings', 'units', 'ui']);
  const { data } = useQuery(TOWN_OVERLAYS, { variables: { code: town.code, asOf: editor.draft.effectiveOn } });
  const overlays = data?.town?.overlays ?? [];
  return (
    <FormModal<{ kind: UnitKind; name: string; code?: string; status: 'ACTIVE' | 'PREPARATORY'; overlay?: string }>
      title={t('units:openTitle', { parent: parent.name })}
      submitLabel={t('draft.add')}
      initialValues={{ ...(usual ? { kind: usual } : {}), status: 'ACTIVE' }}
      onClose={onClose}
      onSubmit={async ({ kind, name, code, status, overlay = null }) => {
        const place = parent.id === null ? null : editor.nameOf(parent.id);
        const open = { ref: nextRef(editor.steps), kind, name: name.trim(), code: code?.trim() || null, status };
        await editor.add({ open: { ...open, parent: place, overlay: kind === 'BLOCK' ? overlay : null } });
        return t('draft.added');
      }}
    >
      <KindField kinds={kinds} />
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) =>
          overlays.length > 0 &&
          getFieldValue('kind') === 'BLOCK' && (
            <Form.Item name="overlay" label={t('draft.overlay')}>
              <Select allowClear placeholder={t('draft.geographic')} options={optionsOf(overlays)} />
            </Form.Item>
          )
        }
      </Form.Item>
      <Required name="name" label={t('units:name')}>
        <Input autoFocus maxLength={most.name} autoComplete="off" />
      </Required>
      <CodeField />
      <Form.Item name="status" label={t('units:statusLabel')}>
        <Radio.Group
          options={[
            { value: 'ACTIVE', label: t('units:status.ACTIVE') },
            { value: 'PREPARATORY', label: t('units:status.PREPARATORY') },
          ]}
        />
      </Form.Item>
    </FormModal>
  );
}

/** Gives a unit another name or code. */
export function RenameStep({ editor, units: [unit], onClose }: StepFormProps) {
  const { t } = useTranslation(['restructurings', 'units']);
  if (!unit) return null;
  return (
    <FormModal<{ name: string; code?: string }>
      title={t('units:renameTitle', { name: unit.name })}
      submitLabel={t('draft.add')}
      initialValues={{ name: unit.name, code: unit.code ?? '' }}
      onClose={onClose}
      onSubmit={async ({ name, code }) => {
        const given = { name: name.trim(), code: code?.trim() || null };
        if (given.name === unit.name && given.code === unit.code) throw new FieldProblem('name', t('draft.sameName'));
        await editor.add({
          rename: {
            unit: editor.nameOf(unit.id),
            name: given.name === unit.name ? null : given.name,
            code: given.code === unit.code ? null : given.code,
          },
        });
        return t('draft.added');
      }}
    >
      <Required name="name" label={t('units:newName')}>
        <Input autoFocus maxLength={most.name} autoComplete="off" />
      </Required>
      <CodeField current={unit.code} />
    </FormModal>
  );
}

/** Makes a unit one of another kind, or founds one that is in preparation; either may come with a new name. */
export function ChangeKindStep({ editor, units: [unit], onClose }: StepFormProps) {
  const { t } = useTranslation(['restructurings', 'units']);
  if (!unit || unit.kind === 'TEAM') return null;
  return (
    <FormModal<{ kind: UnitKind; name: string }>
      title={t('draft.changeKindTitle', { name: unit.name })}
      submitLabel={t('draft.add')}
      initialValues={{ kind: unit.kind, name: unit.name }}
      onClose={onClose}
      onSubmit={async ({ kind, name }) => {
        const renamed = name.trim() === unit.name ? null : name.trim();
        await editor.add({ changeKind: { unit: editor.nameOf(unit.id), kind, name: renamed } });
        return t('draft.added');
      }}
    >
      <KindField kinds={unitKinds} />
      <Required name="name" label={t('units:newName')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Required>
    </FormModal>
  );
}

/** Founds a unit that is in preparation. */
export function FoundStep({ editor, units: [unit], onClose }: StepFormProps) {
  const { t } = useTranslation(['restructurings', 'units']);
  if (!unit) return null;
  return (
    <FormModal<{ name: string }>
      title={t('draft.foundTitle', { name: unit.name })}
      submitLabel={t('draft.add')}
      initialValues={{ name: unit.name.replace(/[（(]筹[）)]$/, '') }}
      onClose={onClose}
      onSubmit={async ({ name }) => {
        const renamed = name.trim() === unit.name ? null : name.trim();
        await editor.add({ found: { unit: editor.nameOf(unit.id), name: renamed } });
        return t('draft.added');
      }}
    >
      <Required name="name" label={t('units:newName')}>
        <Input autoFocus maxLength={most.name} autoComplete="off" />
      </Required>
    </FormModal>
  );
}

/** Closes a unit, with or without an heir. */
export function CloseStep({ editor, units: [unit], onClose }: StepFormProps) {
  const { t } = useTranslation(['restructurings', 'units']);
  if (!unit) return null;
  return (
    <FormModal<{ heir?: string; officers?: OfficersFate }>
      title={t('units:shutTitle', { name: unit.name })}
      lead={t('draft.closeLead')}
      submitLabel={t('draft.add')}
      initialValues={{ officers: 'FOLLOW' }}
      onClose={onClose}
      onSubmit={async ({ heir, officers = 'END' }) => {
        const to = heir ? editor.nameOf(heir) : null;
        await editor.add({ close: { unit: editor.nameOf(unit.id), heir: to, officers } });
        return t('draft.added');
      }}
    >
      <Form.Item name="heir" label={t('draft.heirOptional')}>
        <NodePicker
          nodes={editor.draft.tree ?? []}
          fits={({ id, kind }) => kind !== 'TEAM' && id !== unit.id}
          placeholder={t('draft.noHeir')}
          allowClear
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['heir']}>
        {({ getFieldValue }) =>
          getFieldValue('heir') ? <OfficersField /> : <p className="hint">{t('draft.officersEnd')}</p>
        }
      </Form.Item>
    </FormModal>
  );
}
