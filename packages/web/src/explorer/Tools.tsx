import {
  CopyIcon,
  KEY_MAP,
  MergeIcon,
  PrettifyIcon,
  ToolbarButton,
  useGraphiQL,
  useGraphiQLActions,
} from '@graphiql/react';
import { useTranslation } from 'react-i18next';
import type { Answer, Operation } from './ask.ts';
import { asked } from './asked.ts';

/**
 * The toolbar, in the language that was chosen: pricing what is written without running it, and what GraphiQL has there. A price stands
 * where answers do, in the place of the last one, which was of something else.
 */
export function Tools({ preflight }: { preflight: (operation: Operation) => Promise<Answer> }) {
  const { t } = useTranslation('explorer');
  const query = useGraphiQL(({ queryEditor }) => queryEditor);
  const variables = useGraphiQL(({ variableEditor }) => variableEditor);
  const response = useGraphiQL(({ responseEditor }) => responseEditor);
  const operationName = useGraphiQL((state) => state.operationName);
  const { prettifyEditors, mergeQuery, copyQuery } = useGraphiQLActions();

  async function price() {
    response?.setValue('');
    const { operation } = asked(query?.getValue() ?? '', operationName, read(variables?.getValue() ?? ''));
    response?.setValue(JSON.stringify(await preflight(operation), null, 2));
  }

  return (
    <>
      <ToolbarButton label={t('preflight')} onClick={() => void price()}>
        <span className="explorer-preflight" aria-hidden="true">
          ¥
        </span>
      </ToolbarButton>
      <ToolbarButton label={t('prettify', { key: KEY_MAP.prettify.key })} onClick={() => void prettifyEditors()}>
        <PrettifyIcon className="graphiql-toolbar-icon" aria-hidden="true" />
      </ToolbarButton>
      <ToolbarButton label={t('merge', { key: KEY_MAP.mergeFragments.key })} onClick={mergeQuery}>
        <MergeIcon className="graphiql-toolbar-icon" aria-hidden="true" />
      </ToolbarButton>
      <ToolbarButton label={t('copy', { key: KEY_MAP.copyQuery.key })} onClick={() => void copyQuery()}>
        <CopyIcon className="graphiql-toolbar-icon" aria-hidden="true" />
      </ToolbarButton>
    </>
  );
}

/** Variables as they are written; what is no JSON is none, which the API says. */
function read(text: string): unknown {
  try {
    return text.trim() === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
