import { PrinterOutlined } from '@ant-design/icons';
import { useLazyQuery } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../ui/failure.ts';
import { BoardOnPaper, CardOnPaper } from './BoardOnPaper.tsx';
import { PUBLIC_BOARD, type PublicBoard } from './board.ts';

/** Prints the board of a block, or the card for its households: what everybody reads of it, and nothing else. */
export function PrintOfBoard({ code }: { code: string }) {
  const { t } = useTranslation('boards');
  const { message } = App.useApp();
  const textOf = useFailureText();
  const [read] = useLazyQuery(PUBLIC_BOARD, { fetchPolicy: 'network-only' });
  const [printing, setPrinting] = useState<{ as: 'board' | 'card'; board: PublicBoard }>();
  const stop = useCallback(() => setPrinting(undefined), []);
  const print = async (as: 'board' | 'card') => {
    try {
      const { data } = await read({ variables: { code } });
      if (data?.publicBoard) setPrinting({ as, board: data.publicBoard });
    } catch (error) {
      void message.error(textOf(error));
    }
  };
  return (
    <>
      <Button size="small" icon={<PrinterOutlined />} onClick={() => void print('board')}>
        {t('printBoard')}
      </Button>
      <Button size="small" icon={<PrinterOutlined />} onClick={() => void print('card')}>
        {t('printCards')}
      </Button>
      {printing?.as === 'board' && <BoardOnPaper board={printing.board} onPrinted={stop} />}
      {printing?.as === 'card' && <CardOnPaper board={printing.board} onPrinted={stop} />}
    </>
  );
}
