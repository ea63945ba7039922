import { useQuery } from '@apollo/client/react';
import { Breadcrumb } from 'antd';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { coverageOf } from '../coverage-rates/figure-path.ts';
import type { Town } from '../towns/town.ts';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { useLinkWith } from '../ui/useAddress.ts';
import type { Choice } from './choice.ts';
import { Definition } from './Definition.tsx';
import type { Indicator } from './FigurePicker.tsx';
import { FIGURE, type Figure } from './figure.ts';
import { PartsTable } from './PartsTable.tsx';
import { useWords } from './words.ts';

interface Props {
  town: Town;
  indicator: Indicator;
  choice: Choice;
}

/** A figure of the town or of the unit that is opened, with the parts that add up to it. */
export function Parts({ town, indicator, choice }: Props) {
  const { t } = useTranslation(['figures', 'ui']);
  const { nameOf, basisOn } = useWords();
  const { unit } = choice;
  const period = indicator.time === 'STOCK' ? null : choice.period;
  const basis = indicator.hasBases ? choice.basis : null;
  const on = period === null ? choice.day : null;
  const variables = {
    ...{ code: town.code, indicator: indicator.code, unit, period, on },
    ...{ basis: choice.basis, asOf: choice.basisDay },
  };
  const query = useQuery(FIGURE, { variables: { ...variables, after: null } });
  const { data, error, refetch } = query;
  const figure = data?.town?.figure;
  const title = useRef<HTMLDivElement>(null);
  const shown = useRef(unit);
  // The link that opened the unit is gone with the table it stood in: the keyboard goes on from the new one.
  useEffect(() => {
    if (!figure || shown.current === unit) return;
    shown.current = unit;
    title.current?.focus();
  }, [figure, unit]);
  if (!figure) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const among = figure.denominator ?? figure.numerator ?? 0;
  const time = period ? t('ui:period', { from: period.first, to: period.last }) : figure.on;
  return (
    <Panel title={<Within at={title} town={town} figure={figure} />} flush>
      <div className="hint padded">
        <b>{nameOf(indicator)}</b> · {time}
        {basis && <> · {basisOn(basis, figure.asOf)}</>}
        <br />
        <Definition indicator={indicator} /> {among > 0 && t('nowhere')}
        {unit !== null && basis === 'AS_RECORDED' && <> {t('movedAbout')}</>}
      </div>
      {among === 0 ? (
        <p className="padded">{t('none', { what: nameOf(indicator) })}</p>
      ) : (
        <PartsTable
          figure={figure}
          basis={basis}
          organizationsOf={(of) =>
            figure.on &&
            coverageOf(town.code, { indicator: indicator.code, unit: of, on: figure.on, basis: choice.basis })
          }
          unit={unit}
        />
      )}
      <MoreButton query={query} list={(data) => data.town?.figure?.parts} />
    </Panel>
  );
}

/** Where in the tree the opened unit stands; each unit above it, and the town, can be opened from there. */
function Within({ at, town, figure }: { at: RefObject<HTMLDivElement | null>; town: Town; figure: Figure }) {
  const linkWith = useLinkWith();
  const above = [...figure.within].reverse();
  const places = [{ id: null, name: town.name }, ...above];
  return (
    <div ref={at} tabIndex={-1}>
      <Breadcrumb
        items={places.map(({ id, name }, index) => ({
          key: id ?? 'town',
          title: index === places.length - 1 ? name : <Link to={linkWith({ unit: id })}>{name}</Link>,
        }))}
      />
    </div>
  );
}
