import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { useAddPhotos } from '../photos/photo.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { OneFinding } from './FindingFields.tsx';
import { type FindingValues, findingInput } from './finding-input.ts';
import type { Patrol } from './patrol.ts';

const ADD_PATROL_FINDING = graphql(`
  mutation AddPatrolFinding($input: AddPatrolFindingInput!) {
    addPatrolFinding(input: $input) { finding { id } }
  }
`);

/** Adds what was left out when a patrol was recorded. */
export function AddFinding({ patrol, onClose }: { patrol: Patrol; onClose: () => void }) {
  const { t } = useTranslation('patrols');
  const add = useChange(ADD_PATROL_FINDING);
  const { code } = patrol.block.town;
  const addPhotos = useAddPhotos(code);
  return (
    <FormModal<{ finding: FindingValues }>
      title={t('addFinding')}
      submitLabel={t('addFinding')}
      initialValues={{ finding: { kind: 'PROBLEM', text: '', became: 'OPEN' } }}
      onClose={onClose}
      onSubmit={async ({ finding }) => {
        await add({ patrol: patrol.id, finding: await findingInput(finding, addPhotos) });
        return t('findingAdded');
      }}
    >
      <OneFinding town={code} at={['finding']} />
    </FormModal>
  );
}
