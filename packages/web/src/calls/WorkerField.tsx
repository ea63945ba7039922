import { Form } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelf } from '../accounts/viewer.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { Required } from '../ui/Required.tsx';
import type { Hotline } from './roster.ts';

/** Who takes the call: as whom one acts in the town, else who is on duty alone; anybody else can be chosen. */
export function WorkerField({ town, hotline }: { town: string; hotline: Pick<Hotline, 'onDuty'> | null }) {
  const { t } = useTranslation('calls');
  const form = Form.useFormInstance();
  const self = useSelf(town);
  const [alone, ...others] = hotline?.onDuty ?? [];
  const known = self ?? (others.length === 0 ? alone?.person : undefined) ?? null;
  const id = known?.id;
  useEffect(() => {
    if (id !== undefined && form.getFieldValue('answeredBy') == null) form.setFieldValue('answeredBy', id);
  }, [form, id]);
  return (
    <Required chosen name="answeredBy" label={t('answeredBy')}>
      <PersonPicker town={town} known={known} />
    </Required>
  );
}
