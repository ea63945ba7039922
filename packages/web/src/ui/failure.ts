import type { FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import { readFailure } from '../errors.ts';

/** Gives the words for an error, in the reader's language: the server's own where it blames what was entered. */
export function useFailureText(): (error: unknown) => string {
  const { t } = useTranslation('errors');
  return (error) => {
    const { code, message } = readFailure(error);
    const own = code === 'BAD_INPUT' || code === 'CONFLICT' ? message : null;
    return own ?? t(code);
  };
}

/** Puts an error on the field of the form that it names; gives back its words where it names none of them. */
export function showFailure(form: FormInstance, error: unknown, text: string): string | null {
  const { field } = readFailure(error);
  const item = form.getFieldsError().find(({ name }) => name.length === 1 && name[0] === field);
  if (!item) return text;
  form.setFields([{ name: item.name, errors: [text] }]);
  form.focusField(item.name);
  return null;
}
