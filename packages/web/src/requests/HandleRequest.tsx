import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { EvidenceKind } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';
import { evidenceKinds } from './request.ts';
import { StepForm, type StepProps } from './StepForm.tsx';

const HANDLE_REQUEST = graphql(`
  mutation HandleRequest($input: HandleRequestInput!) {
    handleRequest(input: $input) { request { id state version } }
  }
`);

const ADD_EVIDENCE = graphql(`
  mutation AddRequestEvidence($input: AddRequestEvidenceInput!) {
    addRequestEvidence(input: $input) { request { id state version } }
  }
`);

type Values = { on: string; outcome: string } & Partial<Record<EvidenceKind, string>>;

/** Says how a request was handled, with the evidence that its class asks for and that it has not been given. */
export function HandleRequest(props: StepProps) {
  const { t } = useTranslation('requests');
  const handle = useChange(HANDLE_REQUEST);
  const { missingEvidence } = props.request;
  return (
    <StepForm<Values>
      {...props}
      step="HANDLE"
      take={({ outcome, ...values }, common) =>
        handle({
          ...common,
          outcome,
          evidence: missingEvidence.map((kind) => ({ kind, text: values[kind] ?? '' })),
        })
      }
    >
      {missingEvidence.map((kind) => (
        <Written key={kind} name={kind} label={t(`evidenceKinds.${kind}`)} />
      ))}
      <Written name="outcome" label={t('outcome')} />
    </StepForm>
  );
}

/** Adds evidence to a request, first of the kinds that it lacks. */
export function AddEvidence(props: StepProps) {
  const { t } = useTranslation('requests');
  const add = useChange(ADD_EVIDENCE);
  const [first] = props.request.missingEvidence;
  return (
    <StepForm<{ on: string; kind: EvidenceKind; text: string }>
      {...props}
      step="ADD_EVIDENCE"
      initialValues={{ kind: first ?? 'WORK_RECORD' }}
      take={({ kind, text }, common) => add({ ...common, kind, text })}
    >
      <Required chosen name="kind" label={t('evidenceKind')}>
        <Select options={evidenceKinds.map((kind) => ({ value: kind, label: t(`evidenceKinds.${kind}`) }))} />
      </Required>
      <Written name="text" label={t('evidenceText')} />
    </StepForm>
  );
}
