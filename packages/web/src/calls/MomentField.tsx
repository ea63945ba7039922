import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../ui/DateInput.tsx';
import { dayInShanghai, presentMoment, timeInShanghai } from '../ui/day.ts';

/** A moment in Shanghai as a form has it: the day, and the time such as 08:30. */
export interface NamedMoment {
  day: string;
  time: string;
}

/** A moment as a form begins with it; the present one unless told. */
export function nowNamed(moment: Date = presentMoment()): NamedMoment {
  return { day: dayInShanghai(moment), time: timeInShanghai(moment.toISOString()) };
}

/** The same as the contract takes it. */
export function momentFrom({ day, time }: NamedMoment): string {
  return `${day}T${time}:00+08:00`;
}

/** A day and a time of it. */
export function MomentField({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation('ui');
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t('choose', { label }) }]}>
      <MomentInput />
    </Form.Item>
  );
}

function MomentInput({
  id,
  value,
  onChange,
}: {
  id?: string;
  value?: NamedMoment;
  onChange?: (value: NamedMoment | undefined) => void;
}) {
  const { t } = useTranslation('calls');
  const { day, time } = value ?? nowNamed();
  return (
    <div className="moment">
      <DateInput
        {...(id === undefined ? {} : { id })}
        value={day}
        clearable={false}
        onChange={(next) => next !== undefined && onChange?.({ day: next, time })}
      />
      <Input
        type="time"
        aria-label={t('time')}
        value={time}
        onChange={({ target }) => target.value !== '' && onChange?.({ day, time: target.value })}
      />
    </div>
  );
}
