import type { Town } from '../towns/town.ts';
import { FigureCalls } from './FigureCalls.tsx';
import { FigureDeliberations } from './FigureDeliberations.tsx';
import { FigureHouseholds } from './FigureHouseholds.tsx';
import { FigureInspections } from './FigureInspections.tsx';
import { FigurePaired, FigurePairings } from './FigurePairings.tsx';
import { FigureFindings, FigurePatrols } from './FigurePatrols.tsx';
import { FigureRequests } from './FigureRequests.tsx';
import { FigureVisits } from './FigureVisits.tsx';
import type { RecordsProps } from './RecordsPanel.tsx';

/** The records that a figure counts, where its viewer sees such records in the town; else nothing. */
export function FigureRecords({
  town: { code: town, viewerCanSomewhere: can },
  ...figure
}: Omit<RecordsProps, 'town'> & { town: Town }) {
  const { code } = figure.indicator;
  if (code.startsWith('request')) return can.includes('REQUEST_READ') && <FigureRequests town={town} {...figure} />;
  if (code.startsWith('contact')) return can.includes('VISIT_READ') && <FigureVisits town={town} {...figure} />;
  if (code === 'household-paired') return can.includes('PAIRING_READ') && <FigurePaired town={town} {...figure} />;
  if (code.startsWith('pairing')) return can.includes('PAIRING_READ') && <FigurePairings town={town} {...figure} />;
  if (code.startsWith('household')) {
    return can.includes('HOUSEHOLD_READ') && <FigureHouseholds town={town} {...figure} />;
  }
  if (/^call(-|$)/.test(code)) return can.includes('CALL_READ') && <FigureCalls town={town} {...figure} />;
  if (code.startsWith('inspection'))
    return can.includes('INSPECTION_READ') && <FigureInspections town={town} {...figure} />;
  if (code.startsWith('deliberation'))
    return can.includes('DELIBERATION_READ') && <FigureDeliberations town={town} {...figure} />;
  if (!can.includes('PATROL_READ')) return null;
  if (code === 'patrol-round') return <FigurePatrols town={town} {...figure} />;
  return code.startsWith('patrol-suggestion') && <FigureFindings town={town} {...figure} />;
}
