// SPDX-License-Identifier: AGPL-3.0-or-later
import { access } from './access.ts';
import { agreements } from './agreements.ts';
import { applying } from './applying.ts';
import { awards } from './awards.ts';
import { bids } from './bids.ts';
import { boundaries } from './boundaries.ts';
import { census } from './census.ts';
import { chain } from './chain.ts';
import { context } from './context.ts';
import { cycles } from './cycles.ts';
import { demand } from './demand.ts';
import { desks } from './desks.ts';
import { drafting } from './drafting.ts';
import { events } from './events.ts';
import { initiatives } from './initiatives.ts';
import { interchange } from './interchange.ts';
import { keeping } from './keeping.ts';
import { labs } from './labs.ts';
import { log } from './log.ts';
import { money } from './money.ts';
import { organisations } from './organisations.ts';
import { qualification } from './qualification.ts';
import { records } from './records.ts';
import { register } from './register.ts';
import { requests } from './requests.ts';
import { sheets } from './sheets.ts';

/** The words of the pages that few open first: they come with those pages. */
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
