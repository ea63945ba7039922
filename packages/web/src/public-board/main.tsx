import './public-board.css';
import i18next from 'i18next';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { initReactI18next } from 'react-i18next';
import * as boards from '../i18n/boards.ts';
import * as teams from '../i18n/teams.ts';
import { BoardPage } from './BoardPage.tsx';

// Who scans a code has no language chosen with us: it is that of their telephone.
const lng = navigator.language.startsWith('zh') ? 'zh-CN' : 'en';
document.documentElement.lang = lng;
void i18next.use(initReactI18next).init({
  ...{ lng, fallbackLng: 'zh-CN', defaultNS: 'boards', initAsync: false },
  resources: { 'zh-CN': { boards: boards.zh, teams: teams.zh }, en: { boards: boards.en, teams: teams.en } },
  interpolation: { escapeValue: false },
});
void import('../fonts.ts');

const root = document.getElementById('root');
if (!root) throw new Error('board.html has no #root');
createRoot(root).render(
  <StrictMode>
    <BoardPage code={window.location.pathname.split('/')[2] ?? ''} />
  </StrictMode>,
);
