import { Grid, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Basis } from '../generated/graphql.ts';
import { pathOn } from '../ui/asOf.tsx';
import { NumberLink } from '../ui/NumberLink.tsx';
import { useLinkWith } from '../ui/useAddress.ts';
import { KindTag } from '../units/KindTag.tsx';
import { unitPath } from '../units/unit.ts';
import { dayOfUnits } from './choice.ts';
import type { Figure, FigurePart } from './figure.ts';
import { useWords } from './words.ts';

interface Props {
  figure: Figure;
  basis: Basis | null;
  /** The unit that is opened; null for the town. */
  unit: string | null;
  /** Where the organisations are named that a unit or the town adds; null where the figure is of something else. */
  organizationsOf: (unit: string | null) => string | null;
}

/** The parts of a figure, and its total below. What is not loaded yet has a row of its own, so that the rows add up. */
export function PartsTable({ figure, basis, unit, organizationsOf }: Props) {
  const { t } = useTranslation(['figures', 'ui']);
  const { numberOf, shareOf } = useWords();
  const { sm: roomy = true } = Grid.useBreakpoint();
  const { denominator, parts } = figure;
  const total = figure.numerator ?? 0;
  const left = parts.nodes.reduce((rest, { numerator }) => rest - (numerator ?? 0), total);
  const leftAmong = parts.nodes.reduce((rest, part) => rest - (part.denominator ?? 0), denominator ?? 0);
  const isRate = denominator !== null;
  const written = (count: number | null, among: number | null) =>
    among === null ? numberOf(count) : `${numberOf(count)} / ${numberOf(among)}`;
  const largest = Math.max(left, ...parts.nodes.map(({ numerator }) => numerator ?? 0));
  const share = (count: number) => (
    <span className="share">
      <span className="share-bar" style={{ width: `${(count / largest) * 72}px` }} />
      {shareOf(count, total)}
    </span>
  );
  const shares: TableColumnsType<FigurePart> = [
    isRate
      ? { title: t('rate'), key: 'rate', width: 110, align: 'right', render: (_, { rounded }) => rounded }
      : { title: t('share'), key: 'share', width: 170, render: (_, { numerator }) => share(numerator ?? 0) },
  ];
  return (
    <Table<FigurePart>
      className="sheet figure-parts"
      size="small"
      rowKey={({ unit }) => unit ?? 'itself'}
      dataSource={[...parts.nodes]}
      pagination={false}
      columns={[
        {
          title: t('unit'),
          key: 'unit',
          render: (_, part) => <PartName part={part} figure={figure} basis={basis} />,
        },
        {
          title: t('count'),
          key: 'count',
          align: 'right',
          width: 80,
          render: (_, part) => (
            <Count part={part} text={written(part.numerator, part.denominator)} organizationsOf={organizationsOf} />
          ),
        },
        ...(roomy || isRate ? shares : []),
      ]}
      summary={() => (
        <>
          {(left !== 0 || leftAmong !== 0) && (
            <Table.Summary.Row>
              <Table.Summary.Cell index={0}>
                {t('remainder', { n: parts.totalCount - parts.nodes.length })}
              </Table.Summary.Cell>
              <Table.Summary.Cell index={1} align="right">
                <span className="count">{written(left, isRate ? leftAmong : null)}</span>
              </Table.Summary.Cell>
              {(roomy || isRate) && <Table.Summary.Cell index={2}>{!isRate && share(left)}</Table.Summary.Cell>}
            </Table.Summary.Row>
          )}
          <Table.Summary.Row className="row-total">
            <Table.Summary.Cell index={0}>{t('ui:total')}</Table.Summary.Cell>
            <Table.Summary.Cell index={1} align="right">
              <Opened to={organizationsOf(unit)} text={written(total, denominator)} />
            </Table.Summary.Cell>
            {(roomy || isRate) && (
              <Table.Summary.Cell index={2} align="right">
                {isRate && figure.rounded}
              </Table.Summary.Cell>
            )}
          </Table.Summary.Row>
        </>
      )}
    />
  );
}

function PartName({ part, figure, basis }: { part: FigurePart; figure: Figure; basis: Basis | null }) {
  const { t } = useTranslation('figures');
  const [opened] = figure.within;
  if (part.unit === null) return opened ? t('itself', { name: opened.name }) : t('noUnit');
  return (
    <span className="tags">
      {part.kind && <KindTag kind={part.kind} />}
      <Link to={pathOn(unitPath(part.unit), dayOfUnits(figure.asOf, basis))}>{part.name}</Link>
    </span>
  );
}

/** How many a unit adds, which opens what the units under it add, or the organisations that it counts. */
function Count({ part, text, organizationsOf }: { part: FigurePart; text: string } & Pick<Props, 'organizationsOf'>) {
  const { t } = useTranslation('figures');
  const linkWith = useLinkWith();
  if (!part.opens) return <Opened to={part.unit && organizationsOf(part.unit)} text={text} />;
  return (
    <NumberLink to={linkWith({ unit: part.unit })} label={t('openOf', { name: part.name ?? '', n: text })}>
      {text}
    </NumberLink>
  );
}

/** A number, which opens the organisations that it counts where there are such. */
function Opened({ to, text }: { to: string | null; text: string }) {
  const { t } = useTranslation('figures');
  if (to === null) return <span className="count">{text}</span>;
  return (
    <NumberLink to={to} label={t('openOrganizations', { n: text })}>
      {text}
    </NumberLink>
  );
}
