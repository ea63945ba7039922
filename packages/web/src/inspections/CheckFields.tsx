import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { most } from '../ui/limits.ts';
import { optionsOf } from '../ui/options.ts';
import { findingKinds, usePlaces } from './inspection.ts';

/** What one round and one check may have. */
const [mostChecks, mostFindings] = [30, 20];

interface Named {
  id: string;
  name: string;
}

interface Props {
  town: string;
  /** Who may have taken part: those of the squad and others who are chosen. */
  people: readonly Named[];
  /** Places of the round that were checked before: what was found there stays. */
  before?: readonly Named[];
}

/** The places that were checked, in the form's field `checks`, one after the other, each with what was found or that nothing was. */
export function CheckFields({ town, people, before = [] }: Props) {
  const { t } = useTranslation('inspections');
  const places = usePlaces(town);
  const known = optionsOf([...before.filter(({ id }) => !places.some((each) => each.id === id)), ...places]);
  return (
    <Form.List name="checks">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <section key={key} className="asked-request">
              <div className="lead-line">
                <strong>{t('check', { n: name + 1 })}</strong>
                {fields.length > 1 && (
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined />}
                    aria-label={t('removeCheck', { n: name + 1 })}
                    onClick={() => remove(name)}
                  />
                )}
              </div>
              <Form.Item
                name={[name, 'place']}
                label={t('place')}
                rules={[{ required: true, message: t('pickPlace') }]}
              >
                <Select placeholder={t('pickPlace')} showSearch={{ optionFilterProp: 'label' }} options={known} />
              </Form.Item>
              <Form.Item name={[name, 'people']} label={t('some')}>
                <Select mode="multiple" allowClear options={optionsOf(people)} />
              </Form.Item>
              <Result at={name} before={before} />
            </section>
          ))}
          {fields.length < mostChecks && (
            <Form.Item>
              <Button block type="dashed" icon={<PlusOutlined />} onClick={() => add({ found: 'nothing' })}>
                {t('addCheck')}
              </Button>
            </Form.Item>
          )}
        </>
      )}
    </Form.List>
  );
}

/** What was found at the n-th place; of one that was checked before, that it stays. */
function Result({ at, before }: { at: number; before: readonly Named[] }) {
  const { t } = useTranslation('inspections');
  const place = Form.useWatch(['checks', at, 'place']);
  const found = Form.useWatch(['checks', at, 'found']);
  if (before.some(({ id }) => id === place)) return <p className="hint">{t('kept')}</p>;
  return (
    <>
      <Form.Item name={[at, 'found']} label={t('result')}>
        <Radio.Group
          optionType="button"
          options={(['nothing', 'found'] as const).map((each) => ({ value: each, label: t(`results.${each}`) }))}
        />
      </Form.Item>
      {found === 'found' && <Findings at={at} />}
    </>
  );
}

function Findings({ at }: { at: number }) {
  const { t } = useTranslation('inspections');
  return (
    <Form.List name={[at, 'findings']} initialValue={[{ kind: 'MINORS' }]}>
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key}>
              <div className="lead-line">
                <strong>{t('finding', { n: name + 1 })}</strong>
                {fields.length > 1 && (
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined />}
                    aria-label={t('removeFinding', { n: name + 1 })}
                    onClick={() => remove(name)}
                  />
                )}
              </div>
              <FindingFields at={[name]} />
            </div>
          ))}
          {fields.length < mostFindings && (
            <Form.Item>
              <Button type="link" size="small" icon={<PlusOutlined />} onClick={() => add({ kind: 'OTHER' })}>
                {t('addFinding')}
              </Button>
            </Form.Item>
          )}
        </>
      )}
    </Form.List>
  );
}

/** One finding: what it is about, what it says, and how it was mended at once. */
export function FindingFields({ at }: { at: (string | number)[] }) {
  const { t } = useTranslation(['inspections', 'ui']);
  return (
    <>
      <Form.Item name={[...at, 'kind']} label={t('about')}>
        <Select options={findingKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} />
      </Form.Item>
      <Form.Item
        name={[...at, 'text']}
        label={t('text')}
        rules={[{ required: true, whitespace: true, message: t('ui:required', { label: t('text') }) }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={most.account} placeholder={t('textHint')} />
      </Form.Item>
      <Form.Item name={[...at, 'mended']} label={t('mendedAtOnce')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={most.account} />
      </Form.Item>
    </>
  );
}
