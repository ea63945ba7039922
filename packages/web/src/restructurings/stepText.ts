import type { TFunction } from 'i18next';
import type { DraftStep } from './draft.ts';

type Translate = TFunction<['restructurings', 'units']>;

/** A step of a restructuring in one sentence. */
export function stepText(t: Translate, step: DraftStep): string {
  const unit = step.unit?.name ?? '';
  const names = (units: readonly { name: string }[] | null) => (units ?? []).map(({ name }) => name).join('、');
  const kind = step.kind ? t(`units:kind.${step.kind}`) : '';
  const place = step.parent ? t('value.under', { parent: step.parent.name }) : t('value.top');
  switch (step.verb) {
    case 'OPEN':
      return t('step.OPEN', { unit, kind, place });
    case 'RENAME':
      if (step.name === null) return t('step.RECODE', { unit, code: step.code ?? '' });
      if (step.code === null) return t('step.RENAME', { unit, name: step.name });
      return t('step.RENAME_RECODE', { unit, name: step.name, code: step.code });
    case 'MOVE':
      return t('step.MOVE', { units: names(step.units), place });
    case 'CHANGE_KIND':
      return t('step.CHANGE_KIND', { unit, kind });
    case 'FOUND':
      return t('step.FOUND', { unit });
    case 'BEGIN_EARLIER':
      return t('step.BEGIN_EARLIER', { unit });
    case 'MERGE':
      return t('step.MERGE', { units: names(step.units), into: step.into?.name ?? '' });
    case 'SPLIT':
      return t('step.SPLIT', { unit, parts: (step.parts ?? []).map((part) => part.unit.name).join('、') });
    case 'CLOSE':
      return step.heir ? t('step.CLOSE_TO', { unit, heir: step.heir.name }) : t('step.CLOSE', { unit });
    case 'TRANSFER_HOUSEHOLDS': {
      const to = step.into?.name ?? '';
      return step.householdCount === null
        ? t('step.TRANSFER_ALL', { unit, to })
        : t('step.TRANSFER_SOME', { unit, to, n: step.householdCount });
    }
  }
}
