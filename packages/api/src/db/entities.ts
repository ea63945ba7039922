import { Account, Assignment, Invitation, Office, TownAccount } from '../accounts/account.entity.ts';
import { Partner, Person, Post } from '../people/person.entity.ts';
import { RegisterUnit } from '../register/register-unit.entity.ts';
import { DemoAccount, OidcRecord, SignInAttempt, SigningKey } from '../signin/signin.entity.ts';
import { Team, TeamMember, TeamVersion } from '../teams/team.entity.ts';
import { AllowedParent } from '../towns/allowed-parent.entity.ts';
import { District } from '../towns/district.entity.ts';
import { Town, TownVersion } from '../towns/town.entity.ts';
import { TreeState, Unit, UnitVersion } from '../units/unit.entity.ts';
import { IdempotencyRecord } from './idempotency.entity.ts';

/** Every table of the platform. */
export const entities = [
  District,
  Town,
  TownVersion,
  RegisterUnit,
  AllowedParent,
  Unit,
  UnitVersion,
  TreeState,
  Person,
  Partner,
  Post,
  Team,
  TeamVersion,
  TeamMember,
  Account,
  Office,
  TownAccount,
  Assignment,
  Invitation,
  IdempotencyRecord,
  OidcRecord,
  SignInAttempt,
  DemoAccount,
  SigningKey,
] as const;
