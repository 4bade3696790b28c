// SPDX-License-Identifier: AGPL-3.0-or-later
// npm run build: builds the page that npm start serves, unless it is current.
import { ensureBuilt } from './http/page.ts';

await ensureBuilt(console.log);
