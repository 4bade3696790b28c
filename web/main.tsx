// SPDX-License-Identifier: AGPL-3.0-or-later
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import './theme/theme.scss';
import { begun } from './i18n/start.ts';
import { answers } from './reading.ts';
import { AllRoutes, fetchPage } from './routes.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root to stand in');

fetchPage(window.location.pathname);
await begun;
// A transition makes the first render interruptible.
startTransition(() =>
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={answers}>
        <BrowserRouter>
          <AllRoutes />
        </BrowserRouter>
      </QueryClientProvider>
    </StrictMode>,
  ),
);
