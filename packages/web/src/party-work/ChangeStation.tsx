import { useTranslation } from 'react-i18next';
import { holding } from '../categories/category.ts';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { changedValues } from '../organizations/organization.ts';
import { dayInShanghai, isOver } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import type { Station } from './party-work.ts';
import { StationFields, type StationValues } from './StationFields.tsx';

const CHANGE_GUIDANCE_STATION = graphql(`
  mutation ChangeGuidanceStation($input: ChangeGuidanceStationInput!) {
    changeGuidanceStation(input: $input) { station { id version } }
  }
`);

interface Props {
  town: string;
  station: Station;
  onClose: () => void;
}

/**
 * Changes what a guidance station is called, who runs and leads it, and from a day on what it guides. Where the Party organisation
 * that leads it has ended, it says so and asks for another.
 */
export function ChangeStation({ town, station, onClose }: Props) {
  const { t } = useTranslation('partyWork');
  const change = useChange(CHANGE_GUIDANCE_STATION);
  const { id, version: expectedVersion, name, host, ledBy } = station;
  const kinds = holding(station.kinds, dayInShanghai()).map(({ kind }) => kind.id);
  const gone = isOver(ledBy);
  const before = { name, host, ledBy: ledBy.id };
  return (
    <FormModal<StationValues>
      title={t('changeTitle', { name })}
      lead={t('changeLead')}
      submitLabel={t('change')}
      initialValues={{ name, host, ...(gone ? {} : { ledBy: ledBy.id }), kinds, from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ kinds: chosen, from, ...after }) => {
        const same = chosen.length === kinds.length && chosen.every((kind) => kinds.includes(kind));
        const changed = { ...changedValues(before, after), ...(same ? {} : { kinds: chosen }) };
        await change({ station: id, expectedVersion, from, ...changed });
        return t('changed');
      }}
    >
      <StationFields
        town={town}
        ledByHint={gone ? t('ledByGone', { party: ledBy.name, day: ledBy.validTo ?? '' }) : undefined}
      />
      <DayField name="from" label={t('changeFrom')} />
    </FormModal>
  );
}
