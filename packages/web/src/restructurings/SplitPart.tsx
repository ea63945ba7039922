import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { UnitKind } from '../generated/graphql.ts';
import { unitKinds } from '../towns/kinds.ts';
import type { TreeNode } from '../towns/tree.ts';
import { most } from '../ui/limits.ts';
import { optionsOf } from '../ui/options.ts';
import { HouseholdNumbers } from './HouseholdNumbers.tsx';
import { KindField } from './StepFields.tsx';

/** One part of a unit that is split, as the form has it. */
export interface Part {
  name: string;
  kind: UnitKind;
  below?: string[];
  numbers?: string[];
}

interface Props {
  /** Its place among the parts. */
  index: number;
  /** What stands directly under the unit and can be taken along. */
  below: readonly TreeNode[];
  /** The block whose households a part can take by their numbers; null where it holds none yet. */
  households: { block: string; asOf: string } | null;
  onRemove: (() => void) | null;
}

/** The fields of one part: its name and kind, and what it takes along. */
export function SplitPart({ index, below, households, onRemove }: Props) {
  const { t } = useTranslation(['restructurings', 'units', 'ui']);
  const required = { required: true, whitespace: true, message: t('ui:required', { label: t('units:name') }) };
  return (
    <fieldset className="split-part">
      <legend>
        {t('draft.part', { n: index + 1 })}
        {onRemove && (
          <Button type="link" size="small" onClick={onRemove}>
            {t('draft.removePart')}
          </Button>
        )}
      </legend>
      <Form.Item name={[index, 'name']} label={t('units:name')} rules={[required]}>
        <Input maxLength={most.name} autoComplete="off" />
      </Form.Item>
      <KindField name={[index, 'kind']} kinds={unitKinds} />
      {below.length > 0 && (
        <Form.Item name={[index, 'below']} label={t('draft.takes')}>
          <Select mode="multiple" optionFilterProp="label" options={optionsOf(below)} />
        </Form.Item>
      )}
      {households && (
        <Form.Item noStyle dependencies={[['parts', index, 'kind']]}>
          {({ getFieldValue }) =>
            getFieldValue(['parts', index, 'kind']) === 'BLOCK' && (
              <Form.Item name={[index, 'numbers']} label={t('draft.numbers')}>
                <HouseholdNumbers {...households} />
              </Form.Item>
            )
          }
        </Form.Item>
      )}
    </fieldset>
  );
}
