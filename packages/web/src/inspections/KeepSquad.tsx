import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { PeoplePicker } from '../people/PeoplePicker.tsx';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { useRegister } from '../people/useRegister.ts';
import type { Town } from '../towns/town.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';
import type { Squad } from './inspection.ts';

const FORM_SQUAD = graphql(`
  mutation FormInspectionSquad($input: FormInspectionSquadInput!) {
    formInspectionSquad(input: $input) { squad { id name } }
  }
`);

const CHANGE_SQUAD = graphql(`
  mutation ChangeInspectionSquad($input: ChangeInspectionSquadInput!) {
    changeInspectionSquad(input: $input) { squad { id version } }
  }
`);

const DISBAND_SQUAD = graphql(`
  mutation DisbandInspectionSquad($input: DisbandInspectionSquadInput!) {
    disbandInspectionSquad(input: $input) { squad { id version } }
  }
`);

interface Values {
  name: string;
  head: string;
  members?: string[];
  from: string;
}

/** Forms a squad with its head. */
export function FormSquad({ town, onClose }: { town: Town; onClose: () => void }) {
  const { t } = useTranslation('inspectionSquads');
  const form = useChange(FORM_SQUAD);
  const register = useRegister(town.code);
  return (
    <FormModal<Values>
      title={t('formSquad')}
      submitLabel={t('formSquad')}
      initialValues={{ from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ head, members = [], ...values }) => {
        const people = { head: await register.person(head), members: await register.people(members) };
        const { formInspectionSquad } = await form({ town: town.code, ...values, ...people });
        return t('squadFormed', { name: formInspectionSquad.squad.name });
      }}
    >
      <SquadFields town={town} known={[]} />
    </FormModal>
  );
}

/** Says what a squad is called and who is in it from a day on. */
export function ChangeSquad({ town, squad, onClose }: { town: Town; squad: Squad; onClose: () => void }) {
  const { t } = useTranslation('inspectionSquads');
  const change = useChange(CHANGE_SQUAD);
  const register = useRegister(town.code);
  const { head, members } = squad;
  return (
    <FormModal<Values>
      title={`${t('changeSquad')} · ${squad.name}`}
      lead={t('changeSquadLead')}
      submitLabel={t('changeSquad')}
      initialValues={{
        ...{ name: squad.name, head: head.id, from: dayInShanghai() },
        members: members.map(({ id }) => id).filter((id) => id !== head.id),
      }}
      onClose={onClose}
      onSubmit={async ({ head: next, members: others = [], ...values }) => {
        const people = { head: await register.person(next), members: await register.people(others) };
        await change({ squad: squad.id, expectedVersion: squad.version, ...values, ...people });
        return t('changed');
      }}
    >
      <SquadFields town={town} known={members} head={head} />
    </FormModal>
  );
}

/** Disbands a squad. */
export function DisbandSquad({ squad, onClose }: { squad: Squad; onClose: () => void }) {
  const { t } = useTranslation('inspectionSquads');
  const disband = useChange(DISBAND_SQUAD);
  return (
    <FormModal<{ on: string }>
      title={`${t('disbandSquad')} · ${squad.name}`}
      lead={t('disbandSquadLead')}
      submitLabel={t('disbandSquad')}
      danger
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ on }) => {
        await disband({ squad: squad.id, on });
        return t('changed');
      }}
    >
      <DayField name="on" label={t('disbandedOn')} />
    </FormModal>
  );
}

interface Fields {
  town: Town;
  known: readonly { id: string; name: string }[];
  head?: { id: string; name: string };
}

function SquadFields({ town, known, head }: Fields) {
  const { t } = useTranslation('inspectionSquads');
  return (
    <>
      <Required name="name" label={t('squadName')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Required>
      <Required chosen name="head" label={t('head')}>
        <PersonPicker town={town.code} {...(head === undefined ? {} : { known: head })} />
      </Required>
      <Form.Item name="members" label={t('members')}>
        <PeoplePicker town={town.code} placeholder={t('pickMembers')} known={known} />
      </Form.Item>
      <DayField name="from" label={t('from')} />
    </>
  );
}
