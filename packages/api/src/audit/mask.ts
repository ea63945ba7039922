import { type PersonalField, personalFields } from '../access/personal-fields.ts';

/** A name of which only the beginning is shown, always as long: 张** stands for 张三 and for 张三丰. */
export function maskName(name: string): string {
  const [first = ''] = name;
  return `${first}**`;
}

/** A telephone number of digits without its middle: 138****5678, 021****5678. Of a short one, the end alone. */
export function maskTelephone(telephone: string): string {
  return `${telephone.length > 8 ? telephone.slice(0, 3) : ''}****${telephone.slice(-4)}`;
}

/** The value of a field as it is answered without a purpose. */
export function masked(field: PersonalField, value: string | number | null): string | null {
  if (value === null) return null;
  const mask = personalFields[field];
  if (mask === 'name') return maskName(String(value));
  return mask === 'telephone' ? maskTelephone(String(value)) : null;
}
