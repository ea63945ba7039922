import type { FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import { type FailureCode, readFailure } from '../errors.ts';

// Where the server says more than the code does, in the reader's language too.
const explained: readonly FailureCode[] = ['BAD_INPUT', 'CONFLICT', 'LIMIT_EXCEEDED', 'INTERNAL'];

/** Gives the words for an error, in the reader's language. */
export function useFailureText(): (error: unknown) => string {
  const { t } = useTranslation('errors');
  return (error) => {
    const { code, field, item, message } = readFailure(error);
    const text = (field !== null || explained.includes(code) ? message : null) ?? t(code);
    return item === null ? text : t('item', { item, text });
  };
}

/** Gives the words for what somebody else wrote into a field meanwhile. */
export function useConflictText(): (theirs: string | null) => string {
  const { t } = useTranslation('errors');
  return (theirs) => (theirs === null ? t('changed') : t('theirs', { theirs }));
}

/**
 * Puts an error on the field of the form that it names, and what others wrote meanwhile on theirs; gives back its words
 * where it names none of them.
 */
export function showFailure(
  form: FormInstance,
  error: unknown,
  text: string,
  conflictText?: (theirs: string | null) => string,
): string | null {
  const { field, path, conflicts } = readFailure(error);
  for (const each of conflictText ? conflicts : []) {
    const at = form.getFieldsError().find(({ name }) => name.length === 1 && name[0] === each.field);
    if (at && conflictText) form.setFields([{ name: at.name, errors: [conflictText(each.theirs)] }]);
  }
  const fields = form.getFieldsError();
  const item =
    fields.find(({ name }) => name.length > 1 && name.join() === path.join()) ??
    fields.find(({ name }) => name.length === 1 && name[0] === field);
  if (!item) return text;
  form.setFields([{ name: item.name, errors: [text] }]);
  form.focusField(item.name);
  return null;
}
