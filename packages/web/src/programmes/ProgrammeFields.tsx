import { useQuery } from '@apollo/client/react';
import { Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { CATEGORIES, holding } from '../categories/category.ts';
import type { ProgrammeTakers } from '../generated/graphql.ts';
import { PartnersPicker } from '../people/PartnerPicker.tsx';
import { dayInShanghai } from '../ui/day.ts';
import { MoneyField } from '../ui/MoneyField.tsx';
import { optionsOf } from '../ui/options.ts';
import { UnitsPicker } from '../units/UnitsPicker.tsx';
import { type Frame, FrameFields } from './FrameFields.tsx';

/** What is said of a programme of a town, and may be said anew. */
export interface Said extends Frame {
  categories?: string[];
  units?: string[];
  partners?: string[];
  places?: number | null;
  budget?: string | null;
}

interface Props {
  town: { code: string; name: string };
  takers: ProgrammeTakers;
  /** The partner organisations that are chosen at first. */
  partners: readonly { id: string; name: string }[];
}

/** What a programme offers, when, for whom, with whom it is held, and with how many places. */
export function ProgrammeFields({ town, takers, partners }: Props) {
  const { t } = useTranslation('programmes');
  return (
    <>
      <FrameFields takers={takers} />
      {takers !== 'TEAM' && <Categories town={town.code} />}
      <Form.Item name="units" label={t('units')}>
        <UnitsPicker town={town.code} placeholder={town.name} />
      </Form.Item>
      <Form.Item name="partners" label={t('partners')} extra={t('partnersHint')}>
        <PartnersPicker town={town.code} placeholder={t('noPartners')} known={partners} />
      </Form.Item>
      <Form.Item name="places" label={t('places')} extra={t('placesHint')}>
        <InputNumber min={1} max={1_000_000} precision={0} placeholder={t('anyNumber')} />
      </Form.Item>
      <MoneyField name="budget" label={t('budget')} optional />
    </>
  );
}

/** The categories one of which whoever takes part is in; teams are of units alone. */
function Categories({ town }: { town: string }) {
  const { t } = useTranslation('programmes');
  const { data, loading } = useQuery(CATEGORIES, { variables: { code: town } });
  const categories = holding(data?.town?.categories ?? [], dayInShanghai());
  return (
    <Form.Item name="categories" label={t('categories')} extra={t('categoriesHint')}>
      <Select mode="multiple" loading={loading} options={optionsOf(categories)} placeholder={t('anyCategory')} />
    </Form.Item>
  );
}
