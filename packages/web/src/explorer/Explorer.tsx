import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { ToolbarButton, useGraphiQL } from '@graphiql/react';
import { GraphiQL, type GraphiQLProps } from 'graphiql';
import { GraphQLError } from 'graphql';
import { createContext, type ReactNode, useContext, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, ask, listen, type Operation } from './ask.ts';
import { asked } from './asked.ts';
import type { TokenOf } from './asker.ts';
import { memory } from './memory.ts';

interface Props {
  tokenOf: TokenOf;
  /** Takes every answer, and what a preflight answered. */
  onAnswer: (answer: Answer, isPreflight: boolean) => void;
}

const Preflight = createContext<(operation: Operation) => void>(() => {});

const beginning = `# Ctrl+Enter runs the operation. What it costs is told above.
query Towns {
  viewer { account { name } application { name } permissions }
  districts { code name towns { code name } }
}
`;

/** GraphiQL, which asks with the token that it is given and has a button that prices an operation without running it. */
export function Explorer({ tokenOf, onAnswer }: Props) {
  // One for all that is asked, or the schema would be fetched again and again.
  const latest = useRef({ tokenOf, onAnswer });
  latest.current = { tokenOf, onAnswer };
  const token: TokenOf = useMemo(() => (anew) => latest.current.tokenOf(anew), []);
  const fetcher = useMemo<GraphiQLProps['fetcher']>(
    () =>
      async ({ query, operationName, variables }, options) => {
        const { operation, isSubscription } = asked(query, operationName, variables);
        const headers = options?.headers ?? {};
        if (isSubscription) return listen(operation, token, headers);
        const answer = await ask(operation, token, { 'lianxin-cost': '1', ...headers });
        if (operationName !== 'IntrospectionQuery') latest.current.onAnswer(answer, false);
        return answer;
      },
    [token],
  );
  const preflight = useMemo(
    () => (operation: Operation) => {
      ask(operation, token, { 'lianxin-preflight': '1' }).then(
        (answer) => latest.current.onAnswer(answer, true),
        (fault: unknown) => latest.current.onAnswer({ errors: [new GraphQLError(String(fault))] }, true),
      );
    },
    [token],
  );
  return (
    <Preflight value={preflight}>
      <GraphiQL
        fetcher={fetcher}
        storage={memory}
        shouldPersistHeaders={false}
        defaultQuery={beginning}
        defaultEditorToolsVisibility="variables"
        forcedTheme="light"
        schemaDescription
        inputValueDeprecation
      >
        <GraphiQL.Logo>
          <span />
        </GraphiQL.Logo>
        <GraphiQL.Toolbar>{tools}</GraphiQL.Toolbar>
      </GraphiQL>
    </Preflight>
  );
}

type Given = Record<'prettify' | 'merge' | 'copy', ReactNode>;

/** It is called, not rendered, so that hooks have to be a component's of ours. */
const tools = (given: Given) => <Tools {...given} />;

function Tools({ prettify, merge, copy }: Given) {
  const { t } = useTranslation('explorer');
  const preflight = useContext(Preflight);
  const query = useGraphiQL(({ queryEditor }) => queryEditor);
  const variables = useGraphiQL(({ variableEditor }) => variableEditor);
  const operationName = useGraphiQL((state) => state.operationName);
  return (
    <>
      <ToolbarButton
        label={t('preflight')}
        onClick={() =>
          preflight(asked(query?.getValue() ?? '', operationName, read(variables?.getValue() ?? '')).operation)
        }
      >
        <span className="explorer-preflight" aria-hidden="true">
          ¥
        </span>
      </ToolbarButton>
      {prettify}
      {merge}
      {copy}
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
