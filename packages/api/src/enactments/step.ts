import { z } from 'zod';
import { unitKinds } from '../towns/unit-kind.ts';

const unit = z.uuid();
const kind = z.enum(unitKinds).exclude(['TOWN']);
/** What becomes of the posts and roles on a unit that ends. */
export const officersFates = ['FOLLOW', 'END'] as const;
const officers = z.enum(officersFates);

/**
 * The steps that a restructuring can be made of, as they are kept. Units are named by their id in the town; one that a
 * step opens has its id from the moment it is drawn up, and `ref` is what its author called it.
 */
const stepSchema = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('OPEN'),
    unit,
    ref: z.string(),
    kind,
    name: z.string(),
    code: z.string().nullable(),
    status: z.enum(['PREPARATORY', 'ACTIVE']),
    parent: unit.nullable(),
    overlay: unit.nullable(),
  }),
  z.object({ verb: z.literal('RENAME'), unit, name: z.string().optional(), code: z.string().nullable().optional() }),
  z.object({ verb: z.literal('MOVE'), units: z.array(unit), parent: unit.nullable() }),
  z.object({ verb: z.literal('CHANGE_KIND'), unit, kind, name: z.string().optional() }),
  z.object({ verb: z.literal('FOUND'), unit, name: z.string().optional() }),
  z.object({ verb: z.literal('BEGIN_EARLIER'), unit }),
  z.object({ verb: z.literal('MERGE'), units: z.array(unit), into: unit, designated: unit.nullable(), officers }),
  z.object({
    verb: z.literal('SPLIT'),
    unit,
    parts: z.array(z.object({ unit, units: z.array(unit), teams: z.array(z.uuid()), households: z.array(z.uuid()) })),
    heir: unit,
    officers,
  }),
  z.object({ verb: z.literal('CLOSE'), unit, heir: unit.nullable(), officers }),
  z.object({
    verb: z.literal('TRANSFER_HOUSEHOLDS'),
    from: unit,
    to: unit,
    /** All that the block holds where null. */
    households: z.array(z.uuid()).nullable(),
  }),
]);

export type Step = z.infer<typeof stepSchema>;
export type StepVerb = Step['verb'];
export const stepVerbs = stepSchema.options.map((option) => option.shape.verb.value);
export type StepOf<Verb extends StepVerb> = Extract<Step, { verb: Verb }>;
export type OfficersFate = (typeof officersFates)[number];

/** Reads the steps of a stored restructuring. Throws where they are none: a mistake in the code. */
export function readSteps(stored: unknown): Step[] {
  return z.array(stepSchema).parse(stored);
}

/** Every unit that a step names, those that it opens included. */
export function unitsOfStep(step: Step): string[] {
  switch (step.verb) {
    case 'OPEN':
      return [step.unit, ...(step.parent === null ? [] : [step.parent])];
    case 'MOVE':
      return [...step.units, ...(step.parent === null ? [] : [step.parent])];
    case 'MERGE':
      return [...step.units, step.into];
    case 'SPLIT':
      return [step.unit, step.heir, ...step.parts.flatMap((part) => [part.unit, ...part.units])];
    case 'CLOSE':
      return [step.unit, ...(step.heir === null ? [] : [step.heir])];
    case 'TRANSFER_HOUSEHOLDS':
      return [step.from, step.to];
    default:
      return [step.unit];
  }
}
