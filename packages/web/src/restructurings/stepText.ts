import type { TFunction } from 'i18next';
import { called, type StepWords } from './restructuring.ts';

type Translate = TFunction<['restructurings', 'units', 'ui']>;

/** What a restructuring is called in a list: its reason; without one what its first step does, or what it undoes. */
export function eventText(
  t: Translate,
  event: {
    reason: string | null;
    steps: readonly StepWords[];
    voids: { effectiveOn: string; reason: string | null } | null;
  },
): string {
  const { reason, voids, steps } = event;
  const [first] = steps;
  if (voids)
    return t('undoing', { of: [voids.effectiveOn, voids.reason, reason && `（${reason}）`].filter(Boolean).join(' ') });
  if (reason !== null || !first) return reason ?? t('noReason');
  const step = stepText(t, first);
  return steps.length > 1 ? t('alsoSteps', { step, n: steps.length }) : step;
}

/** A step of a restructuring in one sentence. */
export function stepText(t: Translate, step: StepWords): string {
  const unit = step.unit ? called(step.unit) : '';
  const names = (units: StepWords['units']) => (units ?? []).map(called).join(t('ui:and'));
  const kind = step.kind ? t(`units:kind.${step.kind}`) : '';
  const place = step.parent ? t('value.under', { parent: called(step.parent) }) : t('value.top');
  switch (step.verb) {
    case 'OPEN':
      return t('step.OPEN', { unit: step.name ?? '', kind, place });
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
      return t('step.MERGE', { units: names(step.units), into: step.into ? called(step.into) : '' });
    case 'SPLIT':
      return t('step.SPLIT', { unit, parts: (step.parts ?? []).map((part) => called(part.unit)).join(t('ui:and')) });
    case 'CLOSE':
      return step.heir ? t('step.CLOSE_TO', { unit, heir: called(step.heir) }) : t('step.CLOSE', { unit });
    case 'TRANSFER_HOUSEHOLDS': {
      const to = step.into ? called(step.into) : '';
      return step.householdCount === null
        ? t('step.TRANSFER_ALL', { unit, to })
        : t('step.TRANSFER_SOME', { unit, to, n: step.householdCount });
    }
  }
}
