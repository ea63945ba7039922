import { Form, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { PartyPostTitle } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { useRegister } from '../people/useRegister.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField, Required } from '../ui/Required.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import { PartyPicker } from './PartyPicker.tsx';
import type { PartyInFull, PartyPost } from './party.ts';

const GIVE_PARTY_POST = graphql(`
  mutation GivePartyPost($input: GivePartyPostInput!) {
    givePartyPost(input: $input) { post { id } }
  }
`);

const END_PARTY_POST = graphql(`
  mutation EndPartyPost($input: EndPartyPostInput!) {
    endPartyPost(input: $input) { post { id validTo } }
  }
`);

const titles: readonly PartyPostTitle[] = [
  'SECRETARY',
  'DEPUTY_SECRETARY',
  'ORGANIZATION',
  'PUBLICITY',
  'DISCIPLINE',
  'MEMBER',
];
const waysToHold = ['person', 'secretaryOf', 'secretaryAt'] as const;

interface Values {
  title: PartyPostTitle;
  heldBy: (typeof waysToHold)[number];
  person: string;
  secretaryOf: string;
  secretaryAt: string;
  from: string;
}

/** Gives a post in a Party organisation: to a person, or to whoever is secretary elsewhere. */
export function GivePartyPost({ party, onClose }: { party: PartyInFull; onClose: () => void }) {
  const { t } = useTranslation(['partyOrganizations', 'people', 'units']);
  const give = useChange(GIVE_PARTY_POST);
  const register = useRegister(party.town.code);
  return (
    <FormModal<Values>
      title={t('givePostTitle', { name: party.name })}
      submitLabel={t('givePost')}
      initialValues={{ title: 'SECRETARY', heldBy: 'person', from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ title, heldBy, from, ...values }) => {
        const holder = heldBy === 'person' ? await register.person(values.person) : values[heldBy];
        await give({ partyOrganization: party.id, title, from, [heldBy]: holder });
        return t('gave');
      }}
    >
      <Form.Item name="title" label={t('post')}>
        <Select options={titles.map((value) => ({ value, label: t(`titles.${value}`) }))} />
      </Form.Item>
      <Form.Item name="heldBy" label={t('heldBy')}>
        <Segmented vertical block options={waysToHold.map((value) => ({ value, label: t(`heldByKinds.${value}`) }))} />
      </Form.Item>
      <Holder town={party.town.code} party={party.id} />
      <DayField name="from" label={t('since')} />
    </FormModal>
  );
}

function Holder({ town, party }: { town: string; party: string }) {
  const heldBy: Values['heldBy'] = Form.useWatch('heldBy') ?? 'person';
  const { t } = useTranslation(['partyOrganizations', 'people', 'units']);
  if (heldBy === 'person') {
    return (
      <Required chosen name="person" label={t('person')} extra={t('people:typeToFind')}>
        <PersonPicker town={town} />
      </Required>
    );
  }
  return (
    <Required chosen name={heldBy} label={t(heldBy === 'secretaryOf' ? 'otherParty' : 'unit')}>
      {heldBy === 'secretaryOf' ? (
        <PartyPicker town={town} without={party} />
      ) : (
        <TreePicker town={town} pick="unit" placeholder={t('unit')} />
      )}
    </Required>
  );
}

/** Ends a post on a day, after asking. */
export function EndPartyPost({ post, onClose }: { post: PartyPost; onClose: () => void }) {
  const { t } = useTranslation('partyOrganizations');
  const end = useChange(END_PARTY_POST);
  const title = t(`titles.${post.title}`);
  return (
    <FormModal<{ on: string }>
      title={t('endPostTitle', { post: [title, post.holder?.name].filter(Boolean).join(' ') })}
      submitLabel={t('endPost')}
      danger
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ on }) => {
        await end({ post: post.id, on });
        return t('endedPost');
      }}
    >
      <DayField name="on" label={t('endOn')} />
    </FormModal>
  );
}
