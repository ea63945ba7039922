import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { SubjectPicker } from '../requests/SubjectPicker.tsx';
import { most } from '../ui/limits.ts';
import { TreePicker } from '../units/TreePicker.tsx';

/** A request that a call is to become, as the form has it. */
export interface RequestNamed {
  subject?: string;
  description?: string;
  of?: 'household' | 'place';
  place?: { unit?: string; text?: string };
}

/** Requests that one call may become. */
const mostRequests = 10;

/** The same as the contract takes it; what is asked for is what the call is about, unless it is told anew. */
export function requestsOf(requests: readonly RequestNamed[], matter: string) {
  return requests.map(({ subject = '', description, of, place }) => ({
    subject,
    description: description?.trim() ? description : matter,
    ...(of !== 'household' && place?.unit ? { place: { unit: place.unit, text: place.text?.trim() || null } } : {}),
  }));
}

interface Props {
  town: string;
  /** Whether the household that calls is known. */
  ofHousehold: boolean;
  /** Whether each has to be described, as what the call is about is not told beside. */
  describes?: boolean;
}

/** What is to be handled as requests: of the household that calls, or about places. */
export function RequestFields({ town, ofHousehold, describes = false }: Props) {
  const { t } = useTranslation(['calls', 'requests', 'petitions', 'ui']);
  const needs = (label: string) => [{ required: true, message: t('ui:choose', { label }) }];
  return (
    <Form.List name="requests">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name: index }) => (
            <fieldset key={key} className="split-part">
              <legend>
                {t('requestN', { n: index + 1 })}
                {fields.length > 1 && (
                  <Button type="link" size="small" onClick={() => remove(index)}>
                    {t('leaveOut')}
                  </Button>
                )}
              </legend>
              <Form.Item name={[index, 'subject']} label={t('requests:subject')} rules={needs(t('requests:subject'))}>
                <SubjectPicker town={town} />
              </Form.Item>
              {ofHousehold && (
                <Form.Item name={[index, 'of']} label={t('petitions:requestOf')} initialValue="household">
                  <Radio.Group
                    optionType="button"
                    options={(['household', 'place'] as const).map((of) => ({
                      value: of,
                      label: t(`petitions:requestsOf.${of}`),
                    }))}
                  />
                </Form.Item>
              )}
              <Form.Item noStyle dependencies={[['requests', index, 'of']]}>
                {({ getFieldValue }) =>
                  (!ofHousehold || getFieldValue(['requests', index, 'of']) === 'place') && (
                    <div className="field-row">
                      <Form.Item
                        name={[index, 'place', 'unit']}
                        label={t('requests:placeUnit')}
                        rules={needs(t('requests:placeUnit'))}
                      >
                        <TreePicker town={town} pick="unit" placeholder={t('requests:pickUnit')} />
                      </Form.Item>
                      <Form.Item name={[index, 'place', 'text']} label={t('requests:placeText')}>
                        <Input maxLength={most.place} placeholder={t('requests:placeHint')} />
                      </Form.Item>
                    </div>
                  )
                }
              </Form.Item>
              <Form.Item
                name={[index, 'description']}
                label={describes ? t('requests:description') : t('otherDescription')}
                rules={describes ? needs(t('requests:description')) : []}
              >
                <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={most.account} />
              </Form.Item>
            </fieldset>
          ))}
          <Button className="add-request" onClick={() => add({})} disabled={fields.length >= mostRequests}>
            {t('addRequest')}
          </Button>
        </>
      )}
    </Form.List>
  );
}
