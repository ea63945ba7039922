import { skipToken, useQuery } from '@apollo/client/react';
import { Form, type FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import type { VisitWay } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { usePaused } from '../ui/usePaused.ts';
import type { RuleFor } from './rule.ts';

const PREVIEW_RULE = graphql(`
  query PreviewContactRule($code: RegisterCode!, $category: ID, $months: Int, $days: Int, $ways: [VisitWay!]!, $from: Date) {
    town(code: $code) {
      id
      previewContactRule(category: $category, everyMonths: $months, firstWithinDays: $days, ways: $ways, from: $from) {
        asOf
        before
        due
        become
        cease
        blocks { block { id name ancestors { id name } } become cease }
      }
    }
  }
`);

/** The fields of a form that settles or ends a rule, as far as they decide who is due. */
interface Settled {
  firstWithinDays?: number | null;
  everyMonths?: number | null;
  ways?: VisitWay[];
  from?: string;
}

/** How many households become due, or are due no more, by what a form says now: in all, and block by block. */
export function Preview({ town, of, form }: { town: string; of: RuleFor; form: FormInstance }) {
  const { t } = useTranslation('contactRules');
  const { firstWithinDays, everyMonths, ways, from }: Settled = usePaused(Form.useWatch([], form) ?? {});
  const variables = {
    code: town,
    category: of?.id ?? null,
    months: everyMonths ?? null,
    days: firstWithinDays ?? null,
    ways: ways ?? (['AT_HOME'] as const),
    from: from ?? null,
  };
  const asks = from !== undefined && variables.ways.length > 0;
  const { data, previousData } = useQuery(
    PREVIEW_RULE,
    asks ? { variables: { ...variables, ways: [...variables.ways] }, fetchPolicy: 'no-cache' } : skipToken,
  );
  const preview = (data ?? previousData)?.town?.previewContactRule;
  if (!preview) return null;
  const { asOf, before, due, become, cease, blocks } = preview;
  return (
    <div className="rule-preview" role="status">
      <p>{t('preview', { day: asOf, before, due, become, cease })}</p>
      {blocks.length > 0 && (
        <details>
          <summary>{t('byBlock')}</summary>
          <ul className="plain">
            {blocks.map(({ block, become: more, cease: fewer }) => (
              <li key={block.id}>
                {block.ancestors[0]?.name} {block.name}{' '}
                <span className="hint">
                  {more > 0 && `+${more}`} {fewer > 0 && `−${fewer}`}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
