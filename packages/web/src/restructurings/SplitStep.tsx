import { Button, Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OfficersFate } from '../generated/graphql.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { useHouseholdsByNumber } from './numbers.ts';
import { type Part, SplitPart } from './SplitPart.tsx';
import { OfficersField, type StepFormProps } from './StepFields.tsx';
import { nextRef, opensUnit } from './step.ts';

interface Values {
  parts: Part[];
  heir: number;
  officers: OfficersFate;
}

/** Lets the chosen unit end in several new ones, which take what stands under it, its teams, its households. */
export function SplitStep({ editor, units: [unit], onClose }: StepFormProps) {
  const { t } = useTranslation('restructurings');
  const find = useHouseholdsByNumber();
  if (!unit || unit.kind === 'TEAM') return null;
  const { kind } = unit;
  const isNew = opensUnit(editor.draft.steps, unit.id);
  const part = { name: '', kind };
  const below = (editor.draft.tree ?? []).filter(({ parent }) => parent === unit.id);
  const teams = new Set(below.filter((node) => node.kind === 'TEAM').map(({ id }) => id));

  async function split({ parts, heir, officers }: Values) {
    const drawn = [...editor.steps];
    const into = [];
    const parent = unit?.parent == null ? null : editor.nameOf(unit.parent);
    for (const { name, kind, below: taken = [], numbers = [] } of parts) {
      const ref = nextRef(drawn);
      const overlay = kind === 'BLOCK' ? unit?.overlay : null;
      drawn.push({ open: { ref, kind, name: name.trim(), status: 'ACTIVE', parent, overlay } });
      into.push({
        unit: `#${ref}`,
        units: taken.filter((id) => !teams.has(id)).map(editor.nameOf),
        teams: taken.filter((id) => teams.has(id)),
        households: await find(unit?.id ?? '', editor.draft.effectiveOn, kind === 'BLOCK' ? numbers : []),
      });
    }
    const rest = into[heir]?.unit ?? '';
    await editor.add(...drawn.slice(editor.steps.length), {
      split: { unit: editor.nameOf(unit?.id ?? ''), into, heir: rest, officers },
    });
    return t('draft.added');
  }

  return (
    <FormModal<Values>
      title={t('draft.splitTitle', { name: unit.name })}
      lead={t('draft.splitLead')}
      submitLabel={t('draft.add')}
      initialValues={{ parts: [part, part], heir: 0, officers: 'FOLLOW' }}
      onClose={onClose}
      onSubmit={split}
    >
      {(form) => (
        <>
          <Form.List name="parts">
            {(fields, { add, remove }) => (
              <>
                {fields.map(({ key, name: index }) => (
                  <SplitPart
                    key={key}
                    index={index}
                    below={below}
                    households={kind === 'BLOCK' && !isNew ? { block: unit.id, asOf: editor.draft.effectiveOn } : null}
                    onRemove={
                      fields.length > 2
                        ? () => {
                            remove(index);
                            form.setFieldValue('heir', 0);
                          }
                        : null
                    }
                  />
                ))}
                <Button onClick={() => add(part)} disabled={fields.length >= 50}>
                  {t('draft.addPart')}
                </Button>
              </>
            )}
          </Form.List>
          {kind === 'BLOCK' && isNew && <p className="hint">{t('draft.numbersOfNew')}</p>}
          <Form.Item noStyle shouldUpdate>
            {() => (
              <Form.Item name="heir" label={t('draft.splitHeir')} className="split-heir">
                <Radio.Group
                  options={(form.getFieldValue('parts') ?? []).map(
                    (part: { name?: string } | undefined, index: number) => ({
                      value: index,
                      label: part?.name || t('draft.part', { n: index + 1 }),
                    }),
                  )}
                />
              </Form.Item>
            )}
          </Form.Item>
          <OfficersField />
        </>
      )}
    </FormModal>
  );
}
