-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What keeps a read as quick with a hundred programmes as with one.

-- What belongs to a cycle in the log, for its version: without it, reading a cycle walks the programme's whole log.
create index change_cycle on change (programme_id, (coalesce(after, before) ->> 'cycle'), id)
  where table_name = 'cycle_review';
