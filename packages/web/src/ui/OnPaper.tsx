import { type ReactNode, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

interface Props {
  /** The class of the sheets, whose style says how large the paper is. */
  paper: string;
  /** Called when the print dialog is closed. */
  onPrinted: () => void;
  children: ReactNode;
}

/** Sheets that are seen on paper alone, instead of the page. They are printed as soon as they and their pictures are there. */
export function OnPaper({ paper, onPrinted, children }: Props) {
  const sheets = useRef<HTMLElement>(null);
  useEffect(() => {
    let isGone = false;
    const pictures = [...(sheets.current?.querySelectorAll('img') ?? [])];
    window.addEventListener('afterprint', onPrinted, { once: true });
    void Promise.allSettled(pictures.map((picture) => picture.decode())).then(() => {
      if (!isGone) window.print();
    });
    return () => {
      isGone = true;
      window.removeEventListener('afterprint', onPrinted);
    };
  }, [onPrinted]);
  return createPortal(
    <section className={`on-paper ${paper}`} ref={sheets}>
      {children}
    </section>,
    document.body,
  );
}
