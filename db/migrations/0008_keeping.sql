-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What officials need to keep milestones: drafts, adoption, reports, closing with evidence and a second person's check.

-- Whether closing a milestone needs a second person; a programme that switches it off says so on its pages.
alter table programme add column four_eyes boolean not null default true;

-- A draft is not shown before it is adopted.
alter table cycle add column draft boolean not null default false;
alter table cycle add check (not draft or (adopted_on is null and closed_on is null));
alter table cycle add column closed_act text;

-- What was learnt when a cycle was closed; without an area, of the whole programme.
create table cycle_review (
  programme_id int not null references programme,
  key item_key not null,
  cycle item_key not null,
  area item_key,
  learnt bilingual not null,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  unique nulls not distinct (programme_id, cycle, area),
  foreign key (programme_id, cycle) references cycle,
  foreign key (programme_id, area) references area,
  foreign key (programme_id, source) references source
);

alter table initiative add column withdrawn_on date;
alter table initiative add column withdrawn_reason bilingual;
alter table initiative add check ((withdrawn_on is null) = (withdrawn_reason is null));

-- The date a draft proposes; with the adoption it becomes the first promise and says nothing more.
alter table milestone add column planned_on date;
alter table milestone add column planned_precision date_precision;
alter table milestone add check ((planned_on is null) = (planned_precision is null));
alter table milestone add check (fits_precision(planned_on, planned_precision));
-- The milestone of an earlier cycle that this one goes on with.
alter table milestone add column continues item_key;
alter table milestone add foreign key (programme_id, continues) references milestone deferrable initially deferred;
alter table milestone add check (continues <> key);

alter table promise add column reason_kind text
  check (reason_kind in ('procedure', 'funding', 'works', 'partner', 'scope', 'other'));
alter table promise add check (reason_kind is null or number > 1);

-- A file is held outside the database, under the hash of its bytes.
alter table evidence add column file_hash text check (file_hash ~ '^[0-9a-f]{64}$');
alter table evidence add column file_name text check (length(file_name) between 1 and 200);
alter table evidence add column file_type text;
alter table evidence add column file_bytes int check (file_bytes > 0);
alter table evidence add check (num_nulls(file_hash, file_name, file_type, file_bytes) in (0, 4));
alter table evidence add check (file_hash is null or (kind = 'document' and url is null));

-- A claim that a milestone is reached, and what a second person said of it.
create table closing (
  programme_id int not null references programme,
  key item_key not null,
  milestone item_key not null,
  number int not null check (number > 0),
  done_on date not null,
  done_precision date_precision not null default 'day',
  proposed_on date not null,
  state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'sent-back')),
  answered_on date,
  answer bilingual,
  -- Confirmed by the programme's own rule, without a second person.
  unchecked boolean not null default false,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  unique (programme_id, milestone, number),
  foreign key (programme_id, milestone) references milestone,
  foreign key (programme_id, source) references source,
  check (fits_precision(done_on, done_precision)),
  check ((state = 'proposed') = (answered_on is null)),
  check (state <> 'sent-back' or answer is not null),
  check (answered_on >= proposed_on)
);
create unique index closing_open on closing (programme_id, milestone) where state = 'proposed';

select keep_history(t::regclass) from unnest(array['programme', 'cycle', 'cycle_review', 'initiative', 'milestone', 'promise',
  'evidence', 'closing']) t;

-- What belongs to a milestone in the log, for its version and its history.
create index change_milestone on change (programme_id, (coalesce(after, before) ->> 'milestone'), id)
  where coalesce(after, before) ->> 'milestone' is not null;
