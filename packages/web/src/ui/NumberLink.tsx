import type { ReactNode } from 'react';
import { Link, type To } from 'react-router';

interface Props {
  /** Where what makes it up is shown. */
  to: To;
  /** What the link is called, where the number alone does not say what it opens. */
  label?: string;
  /** Whether it is zero, and so less to look at. */
  zero?: boolean;
  children: ReactNode;
}

/** A number that opens what makes it up. Wherever there is one it looks like the link that it is. */
export function NumberLink({ to, label, zero = false, children }: Props) {
  return (
    <Link className={zero ? 'number-link count zero' : 'number-link count'} to={to} aria-label={label}>
      {children}
    </Link>
  );
}
