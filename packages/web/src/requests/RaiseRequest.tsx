import { Checkbox, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { RequestSource } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { PhotoPicker } from '../photos/PhotoPicker.tsx';
import { type PickedPhoto, useAddPhotos } from '../photos/photo.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import { requestSources } from './request.ts';
import { SubjectPicker } from './SubjectPicker.tsx';

const RAISE_REQUEST = graphql(`
  mutation RaiseRequest($input: RaiseRequestInput!) {
    raiseRequest(input: $input) { request { id number } }
  }
`);

interface Values {
  source: RequestSource;
  subject: string;
  description: string;
  on: string;
  place?: string;
  placeText?: string;
  all?: boolean;
  photos?: readonly PickedPhoto[];
}

interface Props {
  town: string;
  /** The household whose request it is; without one, the form asks for a place. */
  household?: { id: string; code: string | null };
  onClose: () => void;
}

/** Raises a request of a household, or about a place. */
export function RaiseRequest({ town, household, onClose }: Props) {
  const { t } = useTranslation(['requests', 'households', 'photos']);
  const raise = useChange(RAISE_REQUEST);
  const addPhotos = useAddPhotos(town);
  return (
    <FormModal<Values>
      title={household ? t('raiseOf', { code: household.code ?? t('households:noCode') }) : t('raiseTitle')}
      submitLabel={t('raise')}
      initialValues={{ source: household ? 'VISIT' : 'HOTLINE', on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ place = '', placeText, all, photos = [], ...values }) => {
        const text = placeText?.trim() ? { text: placeText } : {};
        const where = household
          ? { household: household.id }
          : { place: { unit: place, ...text }, ...(all ? { concerns: { units: [place] } } : {}) };
        const { raiseRequest } = await raise({ ...values, ...where, photos: await addPhotos(photos) });
        return t('raised', { number: raiseRequest.request.number });
      }}
    >
      <Form.Item name="source" label={t('source')}>
        <Radio.Group
          optionType="button"
          options={requestSources.map((source) => ({ value: source, label: t(`sources.${source}`) }))}
        />
      </Form.Item>
      <Required chosen name="subject" label={t('subject')}>
        <SubjectPicker town={town} />
      </Required>
      {!household && (
        <>
          <Required chosen name="place" label={t('placeUnit')}>
            <TreePicker town={town} pick="unit" placeholder={t('pickUnit')} />
          </Required>
          <Form.Item name="placeText" label={t('placeText')}>
            <Input maxLength={most.place} placeholder={t('placeHint')} />
          </Form.Item>
          <Form.Item name="all" valuePropName="checked">
            <Checkbox>{t('concernsAll')}</Checkbox>
          </Form.Item>
        </>
      )}
      <Written name="description" label={t('description')} placeholder={t('descriptionHint')} />
      <Form.Item name="photos" label={t('photos:field')}>
        <PhotoPicker />
      </Form.Item>
      <DayField name="on" label={t('raisedOn')} />
    </FormModal>
  );
}
