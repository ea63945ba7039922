import { Button, Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { HouseholdPicker } from '../residents/HouseholdPicker.tsx';
import { most } from '../ui/limits.ts';

/** Somebody who petitions, as the form has them. */
export interface NamedPetitioner {
  name: string;
  telephone?: string;
  household?: string;
  representative?: boolean;
}

/** How many are named at the most; how many more there are is told as a number. */
const mostNamed = 100;

/** The same as the contract takes it. */
export function petitionersOf(petitioners: readonly NamedPetitioner[]) {
  return petitioners.map(({ name, telephone, household, representative }) => ({
    name,
    ...(telephone?.trim() ? { telephone } : {}),
    ...(household === undefined ? {} : { household }),
    ...(representative ? { representative } : {}),
  }));
}

/** Who petitions, one after the other, and who of them speaks for all. */
export function PetitionerFields({ town, choosesRepresentatives }: { town: string; choosesRepresentatives: boolean }) {
  const { t } = useTranslation(['petitions', 'ui']);
  const required = { required: true, whitespace: true, message: t('ui:required', { label: t('name') }) };
  return (
    <Form.List name="petitioners">
      {(fields, { add, remove }, { errors }) => (
        <Form.Item label={t('petitioners')}>
          {fields.map(({ key, name: index }) => (
            <fieldset key={key} className="split-part">
              <legend>
                {t('petitioner', { n: index + 1 })}
                {fields.length > 1 && (
                  <Button type="link" size="small" onClick={() => remove(index)}>
                    {t('leaveOut')}
                  </Button>
                )}
              </legend>
              <div className="field-row">
                <Form.Item name={[index, 'name']} label={t('name')} rules={[required]}>
                  <Input maxLength={most.name} autoComplete="off" />
                </Form.Item>
                <Form.Item name={[index, 'telephone']} label={t('telephone')}>
                  <Input maxLength={20} autoComplete="off" inputMode="tel" />
                </Form.Item>
              </div>
              <Form.Item name={[index, 'household']} label={t('household')}>
                <HouseholdPicker town={town} />
              </Form.Item>
              {choosesRepresentatives && (
                <Form.Item name={[index, 'representative']} valuePropName="checked" noStyle>
                  <Checkbox>{t('representative')}</Checkbox>
                </Form.Item>
              )}
            </fieldset>
          ))}
          <Button onClick={() => add({ name: '' })} disabled={fields.length >= mostNamed}>
            {t('addPetitioner')}
          </Button>
          <Form.ErrorList errors={errors} />
        </Form.Item>
      )}
    </Form.List>
  );
}
