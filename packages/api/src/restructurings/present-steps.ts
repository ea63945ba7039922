import type { Step } from '../enactments/step.ts';
import { globalId } from '../schema/global-id.ts';
import type { Labels } from './present-difference.ts';
import type { StepType } from './restructuring.type.ts';

/**
 * A step as GraphQL shows it: what its verb does not have is null. Households are counted as they are `told`, and named for
 * those who see households.
 */
export function presentStep(
  townId: number,
  step: Step,
  label: Labels,
  { seesHouseholds, told }: { seesHouseholds: boolean; told: (count: number) => number | null },
): StepType {
  const { verb } = step;
  const place = (uuid: string | null) => (uuid === null ? null : label(uuid));
  const households = (uuids: readonly string[]) =>
    seesHouseholds ? uuids.map((uuid) => globalId('Household', townId, uuid)) : [];
  const shown: StepType = { verb, ...nothing };
  switch (step.verb) {
    case 'OPEN': {
      const { ref, unit, kind, name, code, status, parent, overlay } = step;
      return {
        ...shown,
        ...{ ref, kind, name, code, status, unit: { ...label(unit), name }, parent: place(parent) },
        overlay: overlay === null ? null : globalId('Overlay', townId, overlay),
      };
    }
    case 'MOVE':
      return { ...shown, units: step.units.map(label), parent: place(step.parent) };
    case 'MERGE': {
      const { units, into, designated, officers } = step;
      return { ...shown, units: units.map(label), into: label(into), designated: place(designated), officers };
    }
    case 'SPLIT': {
      const { unit, parts, heir, officers } = step;
      const shownParts = parts.map((part) => ({
        unit: label(part.unit),
        units: part.units.map(label),
        teams: part.teams.map((uuid) => globalId('Team', townId, uuid)),
        households: households(part.households),
        householdCount: told(part.households.length),
      }));
      return { ...shown, unit: label(unit), parts: shownParts, heir: label(heir), officers };
    }
    case 'CLOSE':
      return { ...shown, unit: label(step.unit), heir: place(step.heir), officers: step.officers };
    case 'TRANSFER_HOUSEHOLDS': {
      const { from, to, households: named } = step;
      const moved = { households: named && households(named), householdCount: named && told(named.length) };
      return { ...shown, unit: label(from), into: label(to), ...moved };
    }
    case 'BEGIN_EARLIER':
      return { ...shown, unit: label(step.unit) };
    default:
      return {
        ...shown,
        unit: label(step.unit),
        name: step.name ?? null,
        code: step.verb === 'RENAME' ? (step.code ?? null) : null,
        kind: step.verb === 'CHANGE_KIND' ? step.kind : null,
      };
  }
}

const nothing: Omit<StepType, 'verb'> = {
  ref: null,
  unit: null,
  units: null,
  into: null,
  parent: null,
  heir: null,
  designated: null,
  parts: null,
  households: null,
  householdCount: null,
  overlay: null,
  name: null,
  code: null,
  kind: null,
  status: null,
  officers: null,
};
