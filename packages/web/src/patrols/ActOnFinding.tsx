import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { PhotoPicker } from '../photos/PhotoPicker.tsx';
import { type PickedPhoto, useAddPhotos } from '../photos/photo.ts';
import { Written } from '../ui/Written.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const ACT_ON_PATROL_FINDING = graphql(`
  mutation ActOnPatrolFinding($input: ActOnPatrolFindingInput!) {
    actOnPatrolFinding(input: $input) { finding { id version } }
  }
`);

const FOLLOW_UP_PATROL_FINDING = graphql(`
  mutation FollowUpPatrolFinding($input: FollowUpPatrolFindingInput!) {
    followUpPatrolFinding(input: $input) { finding { id version } }
  }
`);

interface Values {
  on: string;
  said: string;
  photos?: readonly PickedPhoto[];
}

/** Notes that it was acted on, with photographs of how it is now. */
export function ActOnFinding({ town, ...props }: StepProps) {
  const { t } = useTranslation('patrols');
  const act = useChange(ACT_ON_PATROL_FINDING);
  const addPhotos = useAddPhotos(town);
  return (
    <StepForm<Values>
      {...props}
      step="ACT"
      take={async ({ said, photos = [] }, common) => act({ ...common, done: said, photos: await addPhotos(photos) })}
    >
      <Said label={t('done')} />
    </StepForm>
  );
}

/** Notes how it went on. */
export function FollowUpFinding({ town, ...props }: StepProps) {
  const { t } = useTranslation('patrols');
  const follow = useChange(FOLLOW_UP_PATROL_FINDING);
  const addPhotos = useAddPhotos(town);
  return (
    <StepForm<Values>
      {...props}
      step="FOLLOW_UP"
      take={async ({ said, photos = [] }, common) => follow({ ...common, note: said, photos: await addPhotos(photos) })}
    >
      <Said label={t('followNote')} />
    </StepForm>
  );
}

function Said({ label }: { label: string }) {
  const { t } = useTranslation('photos');
  return (
    <>
      <Written name="said" label={label} />
      <Form.Item name="photos" label={t('field')}>
        <PhotoPicker />
      </Form.Item>
    </>
  );
}
