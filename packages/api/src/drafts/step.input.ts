import { Field, ID, InputType } from 'type-graphql';
import type { OfficersFate } from '../enactments/step.ts';
import { OfficersFateEnum } from '../restructurings/restructuring.type.ts';
import { UnitKindEnum } from '../towns/town.type.ts';
import type { UnitKind } from '../towns/unit-kind.ts';
import { type UnitStatus, UnitStatusEnum } from '../units/unit.type.ts';

const unitId =
  'A unit by its id, or, where an earlier step of the same draft opens it, by `#` and the `ref` it was given there.';

@InputType('OpenStepInput', { description: 'Opens a unit.' })
export class OpenStepInput {
  @Field(() => String, { description: 'What other steps call it, with `#` before it; 1 to 40 characters.' })
  ref: string;
  @Field(() => UnitKindEnum, { description: 'Its kind.' })
  kind: UnitKind;
  @Field(() => String, { description: 'Its name, at most 60 characters.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'Its code, at most 20 characters, unique in the town.' })
  code?: string | null;
  @Field(() => UnitStatusEnum, { defaultValue: 'ACTIVE', description: 'PREPARATORY 筹 or ACTIVE.' })
  status: UnitStatus;
  @Field(() => ID, { nullable: true, description: `Under which; without one, directly under the town. ${unitId}` })
  parent?: string | null;
  @Field(() => ID, { nullable: true, description: 'For a block of an overlay: the overlay.' })
  overlay?: string | null;
}

@InputType('RenameStepInput', { description: 'Gives a unit another name or code, until its next one.' })
export class RenameStepInput {
  @Field(() => ID, { description: unitId })
  unit: string;
  @Field(() => String, { nullable: true, description: 'Its new name; the old one stays unless told.' })
  name?: string | null;
  @Field(() => String, { nullable: true, description: 'Its new code; the old one stays unless told.' })
  code?: string | null;
}

@InputType('MoveStepInput', { description: 'Puts units, with all under them, under another.' })
export class MoveStepInput {
  @Field(() => [ID], { description: `1 to 500. ${unitId}` })
  units: string[];
  @Field(() => ID, { nullable: true, description: `Under which; without one, directly under the town. ${unitId}` })
  parent?: string | null;
}

@InputType('ChangeKindStepInput', { description: 'Makes a unit one of another kind, such as a village a committee.' })
export class ChangeKindStepInput {
  @Field(() => ID, { description: unitId })
  unit: string;
  @Field(() => UnitKindEnum, { description: 'Its new kind.' })
  kind: UnitKind;
  @Field(() => String, { nullable: true, description: 'Its new name; the old one stays unless told.' })
  name?: string | null;
}

@InputType('FoundStepInput', { description: 'Founds a unit that was in preparation 筹.' })
export class FoundStepInput {
  @Field(() => ID, { description: unitId })
  unit: string;
  @Field(() => String, { nullable: true, description: 'Its new name; the old one stays unless told.' })
  name?: string | null;
}

@InputType('BeginEarlierStepInput', {
  description:
    'Says that a unit was there from the day of the restructuring on, with what it is at its beginning so far: a unit of the register begins with its edition until the town knows better.',
})
export class BeginEarlierStepInput {
  @Field(() => ID, { description: unitId })
  unit: string;
}

@InputType('MergeStepInput', {
  description:
    'Lets units end in another, which is their heir: it takes the units and teams under them and their households. What comes under it where its name is in use takes its old unit’s name before its own.',
})
export class MergeStepInput {
  @Field(() => [ID], { description: `The units that end, 1 to 100. ${unitId}` })
  units: string[];
  @Field(() => ID, { description: `The one they become. ${unitId}` })
  into: string;
  @Field(() => ID, {
    nullable: true,
    description:
      'Which of them the past of what is tied to no household goes back to where figures are restated; the first unless told.',
  })
  designated?: string | null;
  @Field(() => OfficersFateEnum, { defaultValue: 'FOLLOW', description: 'What becomes of their posts and roles.' })
  officers: OfficersFate;
}

@InputType('SplitPartInput', { description: 'What one part of a unit that is split takes.' })
export class SplitPartInput {
  @Field(() => ID, { description: `The part. ${unitId}` })
  unit: string;
  @Field(() => [ID], { defaultValue: [], description: 'Units directly under the one that is split.' })
  units: string[];
  @Field(() => [ID], { defaultValue: [], description: 'Teams of the block that is split.' })
  teams: string[];
  @Field(() => [ID], { defaultValue: [], description: 'Households of the block that is split; at most 5,000.' })
  households: string[];
}

@InputType('SplitStepInput', { description: 'Lets a unit end in several; what no part takes goes to the heir.' })
export class SplitStepInput {
  @Field(() => ID, { description: unitId })
  unit: string;
  @Field(() => [SplitPartInput], { description: 'The parts, 1 to 50.' })
  into: SplitPartInput[];
  @Field(() => ID, { description: `The part that inherits the rest. ${unitId}` })
  heir: string;
  @Field(() => OfficersFateEnum, { defaultValue: 'FOLLOW', description: 'What becomes of its posts and roles.' })
  officers: OfficersFate;
}

@InputType('CloseStepInput', { description: 'Closes a unit.' })
export class CloseStepInput {
  @Field(() => ID, { description: unitId })
  unit: string;
  @Field(() => ID, {
    nullable: true,
    description: `Who takes what it holds; without one nothing may be left under it, and its posts and roles end. ${unitId}`,
  })
  heir?: string | null;
  @Field(() => OfficersFateEnum, { defaultValue: 'FOLLOW', description: 'What becomes of its posts and roles.' })
  officers: OfficersFate;
}

@InputType('TransferHouseholdsStepInput', { description: 'Moves households from one block to another.' })
export class TransferHouseholdsStepInput {
  @Field(() => ID, { description: `The block that holds them. ${unitId}` })
  from: string;
  @Field(() => ID, { description: `The block that takes them. ${unitId}` })
  to: string;
  @Field(() => [ID], { nullable: true, description: 'Which, at most 5,000; all unless told.' })
  households?: string[] | null;
}

@InputType('RestructuringStepInput', { description: 'One step of a restructuring: exactly one of its members.' })
export class RestructuringStepInput {
  @Field(() => OpenStepInput, { nullable: true, description: 'Opens a unit.' })
  open?: OpenStepInput | null;
  @Field(() => RenameStepInput, { nullable: true, description: 'Renames a unit.' })
  rename?: RenameStepInput | null;
  @Field(() => MoveStepInput, { nullable: true, description: 'Moves units, such as blocks, under another.' })
  move?: MoveStepInput | null;
  @Field(() => ChangeKindStepInput, { nullable: true, description: 'Makes a unit one of another kind.' })
  changeKind?: ChangeKindStepInput | null;
  @Field(() => FoundStepInput, { nullable: true, description: 'Founds a unit in preparation 筹.' })
  found?: FoundStepInput | null;
  @Field(() => BeginEarlierStepInput, { nullable: true, description: 'Lets a unit begin earlier.' })
  beginEarlier?: BeginEarlierStepInput | null;
  @Field(() => MergeStepInput, { nullable: true, description: 'Merges units.' })
  merge?: MergeStepInput | null;
  @Field(() => SplitStepInput, { nullable: true, description: 'Splits a unit.' })
  split?: SplitStepInput | null;
  @Field(() => CloseStepInput, { nullable: true, description: 'Closes a unit.' })
  close?: CloseStepInput | null;
  @Field(() => TransferHouseholdsStepInput, { nullable: true, description: 'Moves households between blocks.' })
  transferHouseholds?: TransferHouseholdsStepInput | null;
}
