import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { FieldProblem } from '../errors.ts';
import { graphql } from '../generated/index.ts';
import { PhotoPicker } from '../photos/PhotoPicker.tsx';
import { mostPhotos, type PickedPhoto, useAddPhotos } from '../photos/photo.ts';
import { HouseholdPicker } from '../residents/HouseholdPicker.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const ADD_REQUEST_PHOTOS = graphql(`
  mutation AddRequestPhotos($input: AddRequestPhotosInput!) {
    addRequestPhotos(input: $input) { request { id state version } }
  }
`);

const ADD_REQUEST_HOUSEHOLDS = graphql(`
  mutation AddRequestHouseholds($input: AddRequestHouseholdsInput!) {
    addRequestHouseholds(input: $input) { request { id state version } }
  }
`);

/** Adds photographs to a request. */
export function AddPhotos(props: StepProps) {
  const { t } = useTranslation(['requests', 'photos']);
  const add = useChange(ADD_REQUEST_PHOTOS);
  const { block, photos: shown } = props.request;
  const addPhotos = useAddPhotos(block.town.code);
  return (
    <StepForm<{ on: string; photos: readonly PickedPhoto[] }>
      {...props}
      step="ADD_PHOTOS"
      take={async ({ photos }, common) => add({ ...common, photos: await addPhotos(photos) })}
    >
      <Form.Item
        name="photos"
        label={t('photos:photos')}
        rules={[{ required: true, type: 'array', min: 1, message: t('photos:none') }]}
      >
        <PhotoPicker most={mostPhotos - shown.length} />
      </Form.Item>
    </StepForm>
  );
}

/** Adds households that a request concerns, too: all of a unit, or a single one. */
export function AddHouseholds(props: StepProps) {
  const { t } = useTranslation('requests');
  const add = useChange(ADD_REQUEST_HOUSEHOLDS);
  const { town } = props.request.block;
  return (
    <StepForm<{ on: string; unit?: string; household?: string }>
      {...props}
      step="ADD_HOUSEHOLDS"
      take={({ unit, household }, common) => {
        if (!unit && !household) throw new FieldProblem('unit', t('pickConcerned'));
        const concerns = { units: unit ? [unit] : [], households: household ? [household] : [] };
        return add({ ...common, concerns });
      }}
    >
      <Form.Item name="unit" label={t('concernedUnit')}>
        <TreePicker town={town.code} pick="unit" placeholder={t('pickUnit')} allowClear />
      </Form.Item>
      <Form.Item name="household" label={t('concernedHousehold')}>
        <HouseholdPicker town={town.code} />
      </Form.Item>
    </StepForm>
  );
}
