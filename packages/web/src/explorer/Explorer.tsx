import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { useGraphiQL, useMonaco } from '@graphiql/react';
import { GraphiQL, type GraphiQLProps } from 'graphiql';
import { GraphQLError } from 'graphql';
import { useEffect, useMemo, useRef } from 'react';
import { type Answer, ask, listen, type Operation } from './ask.ts';
import { asked } from './asked.ts';
import type { TokenOf } from './asker.ts';
import { memory } from './memory.ts';
import { Opening } from './Opening.tsx';
import { Tools } from './Tools.tsx';

interface Props {
  tokenOf: TokenOf;
  /** What it begins with, for whoever asks. */
  beginning: string;
  /** Takes every answer, and what a preflight answered. */
  onAnswer: (answer: Answer, isPreflight: boolean) => void;
}

/** GraphiQL, which asks with the token that it is given and has a button that prices an operation without running it. */
export function Explorer({ tokenOf, beginning, onAnswer }: Props) {
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
  const preflight = (operation: Operation) =>
    ask(operation, token, { 'lianxin-preflight': '1' })
      .catch((fault: unknown): Answer => ({ errors: [new GraphQLError(String(fault))] }))
      .then((answer) => {
        onAnswer(answer, true);
        return answer;
      });
  const hasEditor = useMonaco(({ monaco }) => monaco !== undefined);
  return (
    <>
      {!hasEditor && <Opening />}
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
        <GraphiQL.Toolbar>
          <Tools preflight={preflight} />
        </GraphiQL.Toolbar>
        <Beginning text={beginning} />
        <Letters />
      </GraphiQL>
    </>
  );
}

/** Has its editors write Chinese, which the font that they bring has none of, in that of the page. */
function Letters() {
  const query = useGraphiQL(({ queryEditor }) => queryEditor);
  const variables = useGraphiQL(({ variableEditor }) => variableEditor);
  const headers = useGraphiQL(({ headerEditor }) => headerEditor);
  const response = useGraphiQL(({ responseEditor }) => responseEditor);
  useEffect(() => {
    for (const editor of [query, variables, headers, response])
      editor?.updateOptions({ fontFamily: '"Fira Code", "Noto Sans SC", monospace' });
  }, [query, variables, headers, response]);
  return null;
}

/** Writes what it begins with anew as somebody else asks, unless something else was written meanwhile. */
function Beginning({ text }: { text: string }) {
  const editor = useGraphiQL(({ queryEditor }) => queryEditor);
  const written = useRef(text);
  useEffect(() => {
    if (editor && text !== written.current && editor.getValue().trim() === written.current.trim())
      editor.setValue(text);
    written.current = text;
  }, [editor, text]);
  return null;
}
