import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import type { Board } from './board.ts';

const PUBLISH = graphql(`
  mutation PublishBoard($input: PublishBoardInput!) {
    publishBoard(input: $input) { board { id } }
  }
`);
const REVISE = graphql(`
  mutation RevisePromise($input: RevisePromiseInput!) {
    revisePromise(input: $input) { board { id } }
  }
`);
const WITHDRAW = graphql(`
  mutation WithdrawBoard($input: WithdrawBoardInput!) {
    withdrawBoard(input: $input) { board { id } }
  }
`);

/** Publishes the page of a block. */
export function PublishBoard({ block, onClose }: { block: string; onClose: () => void }) {
  const { t } = useTranslation('boards');
  const publish = useChange(PUBLISH);
  return (
    <FormModal<{ promise: string }>
      title={t('publish')}
      lead={t('publishLead')}
      submitLabel={t('publish')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ promise }) => {
        await publish({ block, promise });
        return t('published');
      }}
    >
      <Written name="promise" label={t('promise')} placeholder={t('promiseHint')} />
    </FormModal>
  );
}

interface Props {
  board: Board;
  onClose: () => void;
}

/** Writes another promise on a page. */
export function RevisePromise({ board, onClose }: Props) {
  const { t } = useTranslation('boards');
  const revise = useChange(REVISE);
  return (
    <FormModal<{ promise: string }>
      title={t('revise')}
      submitLabel={t('revise')}
      initialValues={{ promise: board.promises[0]?.text ?? '' }}
      onClose={onClose}
      onSubmit={async ({ promise }) => {
        await revise({ board: board.id, promise, expectedVersion: board.version });
        return t('revised');
      }}
    >
      <Written name="promise" label={t('promise')} />
    </FormModal>
  );
}

/** Withdraws a page, after asking why. */
export function WithdrawBoard({ board, onClose }: Props) {
  const { t } = useTranslation('boards');
  const withdraw = useChange(WITHDRAW);
  return (
    <FormModal<{ reason: string }>
      danger
      title={t('withdraw')}
      lead={t('withdrawLead')}
      submitLabel={t('withdraw')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        await withdraw({ board: board.id, reason });
        return t('withdrawn');
      }}
    >
      <Required name="reason" label={t('reason')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Required>
    </FormModal>
  );
}
