// SPDX-License-Identifier: AGPL-3.0-or-later

import { applying } from './calls/applications.ts';
import { desks } from './calls/desks.ts';
import { demand } from './calls/figures.ts';
import { bids } from './calls/published.ts';
import { context } from './city/background.ts';
import { boundaries } from './city/boundaries.ts';
import { events } from './city/events.ts';
import { organisations } from './city/organisations.ts';
import { labs } from './labs/directory.ts';
import { register } from './labs/editing.ts';
import { interchange } from './labs/import.ts';
import { qualification } from './labs/qualification.ts';
import { requests } from './labs/requests.ts';
import { agreements } from './money/agreements.ts';
import { awards } from './money/awards.ts';
import { money } from './money/funds.ts';
import { chain } from './overview/chain.ts';
import { access } from './people/accounts.ts';
import { cycles } from './plan/cycles.ts';
import { drafting } from './plan/drafting.ts';
import { initiatives } from './plan/initiatives.ts';
import { keeping } from './plan/keeping.ts';
import { sheets } from './plan/spreadsheet.ts';
import { log } from './platform/log.ts';
import { records } from './platform/records.ts';
import { census } from './spaces/census.ts';

/** Texts of rarely opened pages; loaded with those pages. */
export const rooms = {
  ...access,
  ...applying,
  ...bids,
  ...census,
  ...awards,
  ...chain,
  ...demand,
  ...desks,
  ...drafting,
  ...keeping,
  ...initiatives,
  ...context,
  ...cycles,
  ...sheets,
  ...interchange,
  ...labs,
  ...boundaries,
  ...log,
  ...register,
  ...requests,
  ...money,
  ...agreements,
  ...organisations,
  ...events,
  ...qualification,
  ...records,
};
