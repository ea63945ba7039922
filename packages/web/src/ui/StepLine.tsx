import { Timeline } from 'antd';
import type { ReactNode } from 'react';
import { Byline } from './Byline.tsx';

/** A step that was taken, and who recorded it. */
export interface StepTaken {
  seq: number;
  /** The day or the moment, as it is written. */
  when: string;
  name: string;
  color: 'green' | 'blue' | 'red';
  /** What it brought, in a few words beside its name. */
  what?: ReactNode;
  /** What was written with it; null where nothing was, or it is hidden. */
  text: string | null;
  more?: ReactNode;
  recordedBy: string | null;
  recordedAt: string;
}

/** The steps of something as a line of time, the latest first: who did what, and what it brought. */
export function StepLine({ steps, className }: { steps: readonly StepTaken[]; className?: string }) {
  return (
    <Timeline
      {...(className === undefined ? {} : { className })}
      items={steps.toReversed().map(({ seq, when, name, color, what, text, more, recordedBy, recordedAt }) => ({
        key: seq,
        color,
        content: (
          <article className="step-taken">
            <div>
              <span className="code">{when}</span> <strong>{name}</strong> {what}
            </div>
            {text !== null && <p className="written">{text}</p>}
            {more}
            <div className="hint">
              <Byline by={recordedBy} at={recordedAt} />
            </div>
          </article>
        ),
      }))}
    />
  );
}
