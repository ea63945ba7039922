import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { holdsIn } from '../access/reach.ts';
import { badInput, forbidden } from '../errors.ts';
import type { AnyIndicator } from './indicators.ts';
import { isKeptByTown, isTold, type TotalQuestion } from './town-total.ts';

/**
 * Refuses what somebody may not count of a whole town. Whoever may count it in the town's records may; and whoever may read
 * summaries of towns, what those tell. Errors: FORBIDDEN; for who reads summaries alone BAD_INPUT on `period`, or, where they never
 * tell of the indicator, on `field`.
 */
export function requireCountable(
  actor: Actor,
  indicator: AnyIndicator,
  { townId, period }: Pick<TotalQuestion, 'townId' | 'period'>,
  field: string,
): void {
  const told = isTold(indicator, { period });
  const may = (permission: Permission) => holdsIn(actor, permission, townId);
  const counts = may(indicator.permission) && (told || may('unit:read'));
  if (!may('unit:count') || !(counts || may('summary:read'))) {
    const asked = ['unit:count', indicator.permission, ...(told ? [] : ['unit:read' as const])] as const;
    throw forbidden(
      [...new Set(asked)].filter((each) => !may(each)),
      { town: townId },
    );
  }
  if (counts || told) return;
  throw isKeptByTown(indicator) ? badInput('period', 'onlyWholeMonths') : badInput(field, 'notKeptByTown');
}
