import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOwnUnit } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import { OrganizationPicker } from '../coverage/OrganizationPicker.tsx';
import { graphql } from '../generated/index.ts';
import type { Town } from '../towns/town.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import { type Place, placeKinds } from './inspection.ts';

const OPEN_PLACE = graphql(`
  mutation OpenInspectionPlace($input: OpenInspectionPlaceInput!) {
    openInspectionPlace(input: $input) { place { id name } }
  }
`);

const CHANGE_PLACE = graphql(`
  mutation ChangeInspectionPlace($input: ChangeInspectionPlaceInput!) {
    changeInspectionPlace(input: $input) { place { id version } }
  }
`);

const CLOSE_PLACE = graphql(`
  mutation CloseInspectionPlace($input: CloseInspectionPlaceInput!) {
    closeInspectionPlace(input: $input) { place { id version } }
  }
`);

interface Values {
  name: string;
  address?: string;
  organization?: string;
  from: string;
}

/** Opens a place to inspect in a unit. */
export function OpenPlace({ town, onClose }: { town: Town; onClose: () => void }) {
  const { t } = useTranslation(['inspections', 'requests']);
  const open = useChange(OPEN_PLACE);
  const own = useOwnUnit(town.code);
  return (
    <FormModal<Values & { unit: string; kind: Place['kind'] }>
      title={t('openPlace')}
      submitLabel={t('openPlace')}
      initialValues={{
        ...{ from: dayInShanghai(), kind: 'INTERNET_CAFE' },
        ...(own === undefined ? {} : { unit: own }),
      }}
      onClose={onClose}
      onSubmit={async (values) => {
        const { openInspectionPlace } = await open(values);
        return t('placeOpened', { name: openInspectionPlace.place.name });
      }}
    >
      <Required chosen name="kind" label={t('placeKind')}>
        <Select options={placeKinds.map((kind) => ({ value: kind, label: t(`placeKinds.${kind}`) }))} />
      </Required>
      <Required chosen name="unit" label={t('unit')}>
        <TreePicker town={town.code} pick="unit" placeholder={t('requests:pickUnit')} />
      </Required>
      <PlaceFields town={town} />
    </FormModal>
  );
}

interface Props {
  town: Town;
  place: Place;
  onClose: () => void;
}

/** Says what a place is called and where it is from a day on. */
export function ChangePlace({ town, place, onClose }: Props) {
  const { t } = useTranslation('inspections');
  const change = useChange(CHANGE_PLACE);
  const { organization } = place;
  return (
    <FormModal<Values>
      title={`${t('changePlace')} · ${place.name}`}
      lead={t('changePlaceLead')}
      submitLabel={t('changePlace')}
      initialValues={{
        ...{ name: place.name, address: place.address ?? '', from: dayInShanghai() },
        ...(organization === null ? {} : { organization: organization.id }),
      }}
      onClose={onClose}
      onSubmit={async ({ organization: chosen, ...values }) => {
        // Whoever does not see which organisation it is leaves it as it is.
        const linked = chosen === organization?.id ? {} : { organization: chosen ?? null };
        await change({ place: place.id, expectedVersion: place.version, ...values, ...linked });
        return t('changed');
      }}
    >
      <PlaceFields town={town} known={organization} />
    </FormModal>
  );
}

/** Closes a place. */
export function ClosePlace({ place, onClose }: Omit<Props, 'town'>) {
  const { t } = useTranslation('inspections');
  const close = useChange(CLOSE_PLACE);
  return (
    <FormModal<{ on: string }>
      title={`${t('closePlace')} · ${place.name}`}
      lead={t('closePlaceLead')}
      submitLabel={t('closePlace')}
      danger
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ on }) => {
        await close({ place: place.id, on });
        return t('changed');
      }}
    >
      <DayField name="on" label={t('closedOn')} />
    </FormModal>
  );
}

function PlaceFields({ town, known = null }: { town: Town; known?: Place['organization'] }) {
  const { t } = useTranslation('inspections');
  return (
    <>
      <Required name="name" label={t('placeName')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Required>
      <Form.Item name="address" label={t('address')}>
        <Input maxLength={most.place} autoComplete="off" />
      </Form.Item>
      {town.viewerCanSomewhere.includes('ORGANIZATION_READ') && (
        <Form.Item name="organization" label={t('organization')}>
          <OrganizationPicker town={town.code} known={known} />
        </Form.Item>
      )}
      <DayField name="from" label={t('from')} />
    </>
  );
}
