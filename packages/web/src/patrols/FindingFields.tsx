import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { PhotoPicker } from '../photos/PhotoPicker.tsx';
import { most } from '../ui/limits.ts';
import { OutcomeFields } from './OutcomeFields.tsx';
import { findingKinds } from './patrol.ts';

/** What one patrol may bring up. */
const mostFindings = 20;

/** What a patrol brought up, in the form's field `findings`, one after the other. */
export function FindingFields({ town }: { town: string }) {
  const { t } = useTranslation('patrols');
  return (
    <Form.List name="findings">
      {(fields, { add, remove }, { errors }) => (
        <>
          {fields.map(({ key, name }) => (
            <section key={key} className="asked-request">
              <div className="lead-line">
                <strong>{t('finding', { n: name + 1 })}</strong>
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={t('removeFinding', { n: name + 1 })}
                  onClick={() => remove(name)}
                />
              </div>
              <OneFinding town={town} at={[name]} list="findings" />
            </section>
          ))}
          {fields.length < mostFindings && (
            <Form.Item>
              <Button
                block
                type="dashed"
                icon={<PlusOutlined />}
                onClick={() => add({ kind: 'PROBLEM', became: 'OPEN' })}
              >
                {t('addFinding')}
              </Button>
            </Form.Item>
          )}
          <Form.ErrorList errors={errors} />
        </>
      )}
    </Form.List>
  );
}

interface Props {
  town: string;
  /** Where in the form it stands, within the list if it is in one. */
  at: (string | number)[];
  list?: string;
}

/** One problem or suggestion: what it says, where, with photographs, and what became of it at once. */
export function OneFinding({ town, at, list }: Props) {
  const { t } = useTranslation(['patrols', 'photos', 'ui']);
  return (
    <>
      <Form.Item name={[...at, 'kind']} label={t('kind')}>
        <Radio.Group
          optionType="button"
          options={findingKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        />
      </Form.Item>
      <Form.Item
        name={[...at, 'text']}
        label={t('text')}
        rules={[{ required: true, whitespace: true, message: t('ui:required', { label: t('text') }) }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={most.account} />
      </Form.Item>
      <Form.Item name={[...at, 'place']} label={t('findingPlace')}>
        <Input maxLength={most.place} placeholder={t('placeHint')} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[...at, 'photos']} label={t('photos:field')}>
        <PhotoPicker />
      </Form.Item>
      <OutcomeFields town={town} at={at} {...(list === undefined ? {} : { list })} />
    </>
  );
}
