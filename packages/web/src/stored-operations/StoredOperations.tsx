import { useQuery } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { momentInShanghai } from '../ui/day.ts';
import { useFailureText } from '../ui/failure.ts';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { StoreOperation } from './StoreOperation.tsx';
import './stored-operations.css';

const STORED_OPERATIONS = graphql(`
  query StoredOperations($clientId: String!) {
    application(clientId: $clientId) { id operations { hash name document storedAt } }
  }
`);

const DROP_OPERATION = graphql(`
  mutation DropOperation($input: DropOperationInput!) {
    dropOperation(input: $input) { application { id operations { hash name document storedAt } } }
  }
`);

/** The operations that an application of one’s own says it uses: each with its hash, and the document. */
export function StoredOperations({ application }: { application: { id: string; clientId: string } }) {
  const { t, i18n } = useTranslation('storedOperations');
  const { message } = App.useApp();
  const textOf = useFailureText();
  const { id, clientId } = application;
  const { data, error, refetch } = useQuery(STORED_OPERATIONS, { variables: { clientId } });
  const drop = useChange(DROP_OPERATION);
  const [storing, setStoring] = useState(false);
  const operations = data?.application?.operations;

  async function dropOne(hash: string) {
    try {
      await drop({ application: id, hash });
      void message.success(t('dropped'));
    } catch (fault) {
      void message.error(textOf(fault));
    }
  }

  return (
    <Panel
      title={t('title')}
      extra={
        <Button size="small" onClick={() => setStoring(true)}>
          {t('store')}
        </Button>
      }
    >
      <p className="hint">{t('lead')}</p>
      {error && !data && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {operations?.length === 0 && <p>{t('none')}</p>}
      {operations?.map(({ hash, name, document, storedAt }) => (
        <details key={hash} className="stored-operation">
          <summary>
            {name} <span className="hint">{t('storedOn', { at: momentInShanghai(storedAt, i18n.language) })}</span>
          </summary>
          <p className="code">{hash}</p>
          <pre>{document}</pre>
          <Button size="small" type="text" onClick={() => void dropOne(hash)}>
            {t('drop')}
          </Button>
        </details>
      ))}
      {storing && <StoreOperation application={id} onStored={() => void refetch()} onClose={() => setStoring(false)} />}
    </Panel>
  );
}
