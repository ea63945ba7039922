import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { HouseholdPicker } from '../residents/HouseholdPicker.tsx';
import { MemberPicker } from '../residents/MemberPicker.tsx';
import { most } from '../ui/limits.ts';

const fewest = 2;
const mostParties = 20;

interface Props {
  town: string;
  knowsResidents: boolean;
  /** How many are at odds already. */
  before?: number;
}

/** Those at odds, one after the other: households, residents of theirs, or others by name. */
export function PartyFields({ town, knowsResidents, before = 0 }: Props) {
  const { t } = useTranslation('mediations');
  return (
    <Form.List name="parties">
      {(fields, { add, remove }, { errors }) => (
        <Form.Item label={t('parties')}>
          {fields.map(({ key, name: index }) => (
            <fieldset key={key} className="split-part">
              <legend>
                {t('party', { n: before + index + 1 })}
                {fields.length > Math.max(1, fewest - before) && (
                  <Button type="link" size="small" onClick={() => remove(index)}>
                    {t('leaveOut')}
                  </Button>
                )}
              </legend>
              <Form.Item name={[index, 'kind']} hidden={!knowsResidents}>
                <Radio.Group
                  optionType="button"
                  options={(['household', 'resident', 'other'] as const).map((kind) => ({
                    value: kind,
                    label: t(`kinds.${kind}`),
                  }))}
                />
              </Form.Item>
              <Form.Item noStyle shouldUpdate>
                {({ getFieldValue }) => (
                  <Who
                    town={town}
                    index={index}
                    kind={getFieldValue(['parties', index, 'kind'])}
                    household={getFieldValue(['parties', index, 'household'])}
                  />
                )}
              </Form.Item>
            </fieldset>
          ))}
          <Button onClick={() => add({ kind: 'other' })} disabled={before + fields.length >= mostParties}>
            {t('addParty')}
          </Button>
          <Form.ErrorList errors={errors} />
        </Form.Item>
      )}
    </Form.List>
  );
}

/** Which household, which resident, or what somebody else is called. */
function Who({ town, index, kind, household }: { town: string; index: number; kind: unknown; household: unknown }) {
  const { t } = useTranslation(['mediations', 'ui']);
  const needed = (label: string, say: 'choose' | 'required') => [
    { required: true, whitespace: true, message: t(`ui:${say}`, { label }) },
  ];
  if (kind === 'other') {
    return (
      <Form.Item name={[index, 'name']} label={t('name')} rules={needed(t('name'), 'required')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Form.Item>
    );
  }
  return (
    <>
      <Form.Item
        name={[index, 'household']}
        label={t('kinds.household')}
        rules={needed(t('kinds.household'), 'choose')}
      >
        <HouseholdPicker town={town} />
      </Form.Item>
      {kind === 'resident' && typeof household === 'string' && (
        <Form.Item name={[index, 'resident']} label={t('kinds.resident')} rules={needed(t('kinds.resident'), 'choose')}>
          <MemberPicker household={household} />
        </Form.Item>
      )}
    </>
  );
}
