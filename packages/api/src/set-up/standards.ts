import { seedCategories } from '../categories/standard-categories.ts';
import { seedContactRules } from '../contact-rules/standard-rules.ts';
import type { Desk } from '../db/door.ts';
import { seedDeliberationRules } from '../deliberations/standard-rules.ts';
import { seedRequestStandards } from '../handling/standards.ts';
import { seedOrganizationLists } from '../organizations/standard-kinds.ts';
import { seedPairingKinds } from '../pairings/standard-kinds.ts';
import { seedReliefItems } from '../relief-items/standard-items.ts';
import { seedAllowedParents } from '../towns/allowed-parents.ts';

/**
 * What every town starts with, noun by noun in the order of their imports. Each entry writes the standard rows of one
 * noun, which the town then changes as its own.
 */
export const standards: readonly ((desk: Desk, today: string) => Promise<void>)[] = [
  seedAllowedParents,
  seedCategories,
  seedContactRules,
  seedRequestStandards,
  seedReliefItems,
  seedPairingKinds,
  seedDeliberationRules,
  seedOrganizationLists,
];
