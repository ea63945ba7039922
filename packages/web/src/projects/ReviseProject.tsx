import { can } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { ProposalFields } from './ProposalFields.tsx';
import { StepForm, type StepProps } from './StepForm.tsx';

const REVISE_PROJECT = graphql(`
  mutation ReviseProject($input: ReviseProjectInput!) {
    reviseProject(input: $input) { project { id version } }
  }
`);

interface Values {
  on: string;
  name: string;
  goal: string;
  units?: string[];
  budget?: string;
}

/** Writes a proposal anew. */
export function ReviseProject(props: StepProps) {
  const revise = useChange(REVISE_PROJECT);
  const { town, name, goal, budget, units } = props.project;
  return (
    <StepForm<Values>
      {...props}
      step="REVISE"
      initialValues={{ name, goal, units: units.map(({ id }) => id), ...(budget === null ? {} : { budget }) }}
      take={(values, common) =>
        revise({
          ...common,
          name: values.name,
          goal: values.goal,
          units: values.units ?? [],
          ...(values.budget?.trim() ? { budget: values.budget } : {}),
        })
      }
    >
      <ProposalFields town={town} forTown={can(town, 'PROJECT_PROPOSE')} />
    </StepForm>
  );
}
