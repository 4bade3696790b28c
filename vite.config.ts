// SPDX-License-Identifier: AGPL-3.0-or-later
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = `http://127.0.0.1:${process.env.OFFICINA_API_PORT ?? 8080}`;

/** Small parts that nearly every page shows: one file of them weighs 4 kB less than a file for each, and is asked for once. */
const parts =
  /web\/(ui\/(Figure|FigureNotes|FigureActions|DataTable|Progress|StatusWord|Words)|charts\/(Bullet|Spark|PlanGrid|DirectLabels|columns|tables|lines|labels))\.tsx?$/;

export default defineConfig({
  root: 'web',
  base: '/',
  plugins: [react()],
  // Nothing becomes a data: address or an inline script: the page runs under `default-src 'self'`.
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'parts', test: parts }] } } },
  },
  css: { preprocessorOptions: { scss: { quietDeps: true, silenceDeprecations: ['import'] } } },
  server: { proxy: { '/api': api } },
});
