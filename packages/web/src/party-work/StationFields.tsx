import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { KindsPicker } from '../organizations/ListFilters.tsx';
import { PartyPicker } from '../party-organizations/PartyPicker.tsx';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';

/** What a form says of a guidance station. */
export interface StationValues {
  name: string;
  host: string;
  ledBy: string;
  kinds: string[];
  from: string;
}

interface Props {
  town: string;
  /** What to say of whose secretary leads it, where there is more than that to say. */
  ledByHint?: string | undefined;
}

/** What a guidance station is: its name, the centre that runs it, whose secretary leads it, and what it guides. */
export function StationFields({ town, ledByHint }: Props) {
  const { t } = useTranslation(['partyWork', 'ui']);
  return (
    <>
      <Required name="name" label={t('name')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Required>
      <Required name="host" label={t('host')} extra={t('hostHint')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Required>
      <Required chosen name="ledBy" label={t('ledBy')} extra={ledByHint ?? t('ledByHint')}>
        <PartyPicker town={town} />
      </Required>
      <Form.Item
        name="kinds"
        label={t('kinds')}
        rules={[{ required: true, message: t('ui:choose', { label: t('kinds') }) }]}
      >
        <KindsPicker town={town} />
      </Form.Item>
    </>
  );
}
