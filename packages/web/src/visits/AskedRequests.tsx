import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PhotoPicker } from '../photos/PhotoPicker.tsx';
import type { PickedPhoto } from '../photos/photo.ts';
import { most } from '../ui/limits.ts';
import { optionsOf } from '../ui/options.ts';

/** What the household asks for at a visit and is to be handled, with photographs of the place, as the form holds it. */
export interface AskedRequest {
  subject: string;
  description: string;
  photos?: readonly PickedPhoto[];
}

/** Requests that one visit may raise. */
const mostRequests = 10;

/** The requests of a visit's form, in its field `requests`: each with its subject, what is asked for, and photographs. */
export function AskedRequests({ subjects }: { subjects: readonly { id: string; name: string }[] }) {
  const { t } = useTranslation(['visits', 'requests', 'photos', 'ui']);
  const required = (label: string) => [{ required: true, whitespace: true, message: t('ui:required', { label }) }];
  return (
    <Form.List name="requests">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <section key={key} className="asked-request">
              <div className="lead-line">
                <strong>{t('asked', { n: name + 1 })}</strong>
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={t('removeAsked', { n: name + 1 })}
                  onClick={() => remove(name)}
                />
              </div>
              <Form.Item name={[name, 'subject']} label={t('requests:subject')} rules={required(t('requests:subject'))}>
                <Select
                  placeholder={t('requests:pickSubject')}
                  showSearch={{ optionFilterProp: 'label' }}
                  options={optionsOf(subjects)}
                />
              </Form.Item>
              <Form.Item
                name={[name, 'description']}
                label={t('requests:description')}
                rules={required(t('requests:description'))}
              >
                <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={most.account} />
              </Form.Item>
              <Form.Item name={[name, 'photos']} label={t('photos:field')}>
                <PhotoPicker />
              </Form.Item>
            </section>
          ))}
          {fields.length < mostRequests && (
            <Form.Item extra={t('askedHint')}>
              <Button block type="dashed" icon={<PlusOutlined />} onClick={() => add({})}>
                {t('ask')}
              </Button>
            </Form.Item>
          )}
        </>
      )}
    </Form.List>
  );
}
