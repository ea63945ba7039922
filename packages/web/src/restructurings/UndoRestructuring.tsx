import { useQuery } from '@apollo/client/react';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { GroundsFields } from './HeadFields.tsx';

const DEPENDENTS = graphql(`
  query Dependents($restructuring: ID!) {
    dependents(restructuring: $restructuring) {
      kind
      count
      day
      restructuring { id effectiveOn reason documentNumber }
    }
  }
`);

const UNDO_RESTRUCTURING = graphql(`
  mutation UndoRestructuring($input: UndoRestructuringInput!) {
    undoRestructuring(input: $input) { restructuring { id } }
  }
`);

interface Props {
  restructuring: { id: string; effectiveOn: string; reason: string | null };
  onClose: () => void;
}

/** Undoes a restructuring; where something later depends on it, says what instead. */
export function UndoRestructuring({ restructuring, onClose }: Props) {
  const { t } = useTranslation(['restructurings', 'ui']);
  const undo = useChange(UNDO_RESTRUCTURING);
  const { data, error } = useQuery(DEPENDENTS, {
    variables: { restructuring: restructuring.id },
    fetchPolicy: 'network-only',
  });
  const dependents = data?.dependents;
  const title = t('undo.title', { day: restructuring.effectiveOn, reason: restructuring.reason ?? t('noReason') });
  if (dependents?.length === 0) {
    return (
      <FormModal<{ reason: string; documentNumber: string }>
        title={title}
        lead={t('undo.lead')}
        submitLabel={t('undo.do')}
        danger
        initialValues={{ documentNumber: '' }}
        onClose={onClose}
        onSubmit={async ({ reason, documentNumber }) => {
          const number = documentNumber.trim() || null;
          await undo({ restructuring: restructuring.id, reason, documentNumber: number });
          return t('undo.done');
        }}
      >
        <GroundsFields />
      </FormModal>
    );
  }
  return (
    <Modal open title={title} footer={null} onCancel={onClose}>
      {dependents ? (
        <>
          <p className="lead">{t('undo.blocked')}</p>
          <ul>
            {dependents.map(({ kind, count, day, restructuring: later }) => (
              <li key={`${kind} ${day} ${later?.id}`}>
                {t(`undo.dependent.${kind}`, { n: count ?? 0, day: day ?? '' })}
                {later && ` · ${later.effectiveOn} ${later.reason ?? t('noReason')}`}
              </li>
            ))}
          </ul>
        </>
      ) : error ? (
        <Failed error={error} />
      ) : (
        <Loading rows={3} />
      )}
    </Modal>
  );
}
