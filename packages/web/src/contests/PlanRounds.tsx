import { Button, Checkbox, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import type { Programme } from '../programmes/programme.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import type { ContestRound } from './contest.ts';

const PLAN_ROUNDS = graphql(`
  mutation PlanContestRounds($input: PlanContestRoundsInput!) {
    planContestRounds(input: $input) { programme { id contest { rounds { id } } } }
  }
`);

/** A round, as the form has it. */
interface Said {
  name: string;
  heldOn: string;
  goesOn?: number | null;
  fewestWins?: boolean;
}

const mostRounds = 10;

interface Props {
  programme: Programme;
  rounds: readonly ContestRound[];
  onClose: () => void;
}

/** Says which rounds a contest has: how many go on is told of all but the last one, which is the final. */
export function PlanRounds({ programme, rounds, onClose }: Props) {
  const { t } = useTranslation(['contests', 'ui']);
  const plan = useChange(PLAN_ROUNDS);
  const final: Said = { name: t('final'), heldOn: programme.lastDay };
  const had = rounds.map(({ name, heldOn, goesOn, fewestWins }) => ({ name, heldOn, goesOn, fewestWins }));
  const needs = (label: string) => [{ required: true, message: t('ui:required', { label }) }];
  return (
    <FormModal<{ rounds: Said[] }>
      title={t('planRounds')}
      lead={t('planRoundsLead')}
      submitLabel={t('planRounds')}
      initialValues={{ rounds: had.length === 0 ? [final] : had }}
      onClose={onClose}
      onSubmit={async ({ rounds: said }) => {
        const told = said.map(({ goesOn = null, fewestWins = false, ...round }, index) => ({
          ...{ ...round, fewestWins, goesOn: index === said.length - 1 ? null : goesOn },
        }));
        await plan({ programme: programme.id, rounds: told });
        return t('ui:saved');
      }}
    >
      <Form.List name="rounds">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name: index }) => (
              <fieldset key={key} className="split-part">
                <legend>
                  {t('roundN', { n: index + 1 })}
                  {fields.length > 1 && (
                    <Button type="link" size="small" onClick={() => remove(index)}>
                      {t('leaveOut')}
                    </Button>
                  )}
                </legend>
                <Form.Item name={[index, 'name']} label={t('roundName')} rules={needs(t('roundName'))}>
                  <Input maxLength={most.name} autoComplete="off" />
                </Form.Item>
                <Form.Item name={[index, 'heldOn']} label={t('heldOn')} rules={needs(t('heldOn'))}>
                  <DateInput />
                </Form.Item>
                {index < fields.length - 1 && (
                  <Form.Item name={[index, 'goesOn']} label={t('goesOnMany')} rules={needs(t('goesOnMany'))}>
                    <InputNumber min={1} max={500} precision={0} />
                  </Form.Item>
                )}
                <Form.Item name={[index, 'fewestWins']} valuePropName="checked">
                  <Checkbox>{t('fewestWins')}</Checkbox>
                </Form.Item>
              </fieldset>
            ))}
            {fields.length < mostRounds && (
              <Button onClick={() => add({ name: t('heat'), heldOn: programme.firstDay }, fields.length - 1)}>
                {t('addRound')}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </FormModal>
  );
}
