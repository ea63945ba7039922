import { useQuery } from '@apollo/client/react';
import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { CATEGORIES, holding } from '../categories/category.ts';
import type { ProgrammeTakers } from '../generated/graphql.ts';
import { PartnersPicker } from '../people/PartnerPicker.tsx';
import { dayInShanghai } from '../ui/day.ts';
import { most } from '../ui/limits.ts';
import { MoneyField } from '../ui/MoneyField.tsx';
import { optionsOf } from '../ui/options.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import { UnitsPicker } from '../units/UnitsPicker.tsx';

/** What is said of a programme, and may be said anew. */
export interface Said {
  name: string;
  about: string;
  firstDay: string;
  lastDay: string;
  ageFrom?: number | null;
  ageTo?: number | null;
  categories?: string[];
  units?: string[];
  partners?: string[];
  places?: number | null;
  budget?: string | null;
  costPerHead?: string | null;
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
      <Required name="name" label={t('name')}>
        <Input maxLength={most.name} autoComplete="off" placeholder={t('nameHint')} />
      </Required>
      <Written name="about" label={t('about')} placeholder={t('aboutHint')} />
      <DayField name="firstDay" label={t('firstDay')} />
      <DayField name="lastDay" label={t('lastDay')} />
      {takers !== 'TEAM' && <AgesAndCategories town={town} />}
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
      <MoneyField name="costPerHead" label={t('costPerHead')} optional />
    </>
  );
}

/** For people of which ages and categories it is; teams are of units alone. */
function AgesAndCategories({ town }: Pick<Props, 'town'>) {
  const { t } = useTranslation('programmes');
  const { data, loading } = useQuery(CATEGORIES, { variables: { code: town.code } });
  const categories = holding(data?.town?.categories ?? [], dayInShanghai());
  return (
    <>
      <Form.Item name="ageFrom" label={t('ageFrom')}>
        <InputNumber min={0} max={150} precision={0} placeholder={t('anyAge')} />
      </Form.Item>
      <Form.Item name="ageTo" label={t('ageTo')}>
        <InputNumber min={0} max={150} precision={0} placeholder={t('anyAge')} />
      </Form.Item>
      <Form.Item name="categories" label={t('categories')} extra={t('categoriesHint')}>
        <Select mode="multiple" loading={loading} options={optionsOf(categories)} placeholder={t('anyCategory')} />
      </Form.Item>
    </>
  );
}
