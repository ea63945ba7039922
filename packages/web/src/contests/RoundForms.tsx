import { Checkbox, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { type ContestRound, tiedIn } from './contest.ts';

const SCORE = graphql(`
  mutation RecordContestScores($input: RecordContestScoresInput!) {
    recordContestScores(input: $input) { programme { id contest { rounds { id } } } }
  }
`);
const DECIDE = graphql(`
  mutation DecideContestRound($input: DecideContestRoundInput!) {
    decideContestRound(input: $input) { programme { id contest { rounds { id } } } }
  }
`);
const REOPEN = graphql(`
  mutation ReopenContestRound($input: ReopenContestRoundInput!) {
    reopenContestRound(input: $input) { programme { id contest { rounds { id } } } }
  }
`);

interface Props {
  round: ContestRound;
  onClose: () => void;
}

/** Puts down the scores of the teams of a round: of those that are filled in. */
export function RecordScores({ round, onClose }: Props) {
  const { t } = useTranslation(['contests', 'ui']);
  const record = useChange(SCORE);
  const had = round.standings.map(({ score }) => score);
  return (
    <FormModal<{ scores: (number | null)[] }>
      title={t('score')}
      lead={t(round.fewestWins ? 'fewestWins' : 'mostWins')}
      submitLabel={t('score')}
      initialValues={{ scores: had }}
      onClose={onClose}
      onSubmit={async ({ scores }) => {
        const told = round.standings.flatMap(({ team }, index) => {
          const score = scores[index];
          return score == null ? [] : [{ team: team.id, score }];
        });
        await record({ round: round.id, scores: told });
        return t('ui:saved');
      }}
    >
      {round.standings.map(({ team }, index) => (
        <Form.Item key={team.id} name={['scores', index]} label={team.name}>
          <InputNumber min={-1_000_000} max={1_000_000} precision={2} />
        </Form.Item>
      ))}
    </FormModal>
  );
}

/** Decides a round: the best go on, and of equals at the limit those that are chosen. */
export function DecideRound({ round, onClose }: Props) {
  const { t } = useTranslation(['contests', 'ui']);
  const decide = useChange(DECIDE);
  const { teams, among } = tiedIn(round);
  const name = t(round.goesOn === null ? 'decideFinal' : 'decide');
  return (
    <FormModal<{ among?: string[] }>
      title={name}
      lead={round.goesOn === null ? t('decideFinalLead') : t('decideLead', { n: round.goesOn })}
      submitLabel={name}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async (values) => {
        await decide({ round: round.id, among: values.among ?? null });
        return t('ui:saved');
      }}
    >
      {teams.length > 0 && (
        <Form.Item name="among" label={t('among', { n: teams.length, many: among })}>
          <Checkbox.Group options={teams.map(({ team: { id, name: label } }) => ({ value: id, label }))} />
        </Form.Item>
      )}
    </FormModal>
  );
}

/** Takes a round up again that was decided. */
export function ReopenRound({ round, onClose }: Props) {
  const { t } = useTranslation(['contests', 'ui']);
  const reopen = useChange(REOPEN);
  return (
    <FormModal<object>
      title={t('reopen')}
      lead={t('reopenLead')}
      submitLabel={t('reopen')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async () => {
        await reopen({ round: round.id });
        return t('ui:saved');
      }}
    />
  );
}
