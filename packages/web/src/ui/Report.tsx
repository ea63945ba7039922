import type { ReactNode } from 'react';
import { OnPaper } from './OnPaper.tsx';

interface Props {
  title: string;
  /** What is said below the title, a line each. */
  lead: readonly string[];
  /** Pictures of charts, as addresses that hold them. */
  pictures: readonly { title: string; src: string }[];
  onPrinted: () => void;
  children: ReactNode;
  /** What follows the pictures. */
  notes: ReactNode;
}

/** A report on A4. */
export function Report({ title, lead, pictures, onPrinted, children, notes }: Props) {
  return (
    <OnPaper paper="report" onPrinted={onPrinted}>
      <h1>{title}</h1>
      {lead.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {children}
      {pictures.map((picture) => (
        <figure key={picture.title}>
          <figcaption>{picture.title}</figcaption>
          <img src={picture.src} alt={picture.title} />
        </figure>
      ))}
      {notes}
    </OnPaper>
  );
}
