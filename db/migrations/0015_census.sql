-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The census of spaces: what is told of a space, its whole way back to use, its pictures, and who reported it.

create domain space_uses as text[] check (value <@ array['craft', 'manufacturing', 'laboratory', 'trade', 'offices',
  'culture', 'social', 'training', 'food', 'storage', 'sport', 'temporary']);
create domain space_constraints as text[] check (value <@ array['heritage', 'landscape', 'soil', 'asbestos', 'structure',
  'noise', 'lease', 'planning']);
create domain space_utilities as text[] check (value <@ array['water', 'electricity', 'three-phase', 'gas', 'heating',
  'sewer', 'internet', 'lift']);

alter table space drop constraint space_state_check;
alter table space
  add constraint space_state_check check (state in ('surveyed', 'verified', 'available', 'in-call', 'assigned', 'in-use',
    'returned', 'withdrawn')),
  -- Why it has the state that it has; the states before it, with theirs, are in the log.
  add column state_reason bilingual,
  add column floors int check (floors between 1 and 99),
  add column last_use bilingual,
  add column admitted_uses space_uses not null default '{}',
  add column condition text check (condition in ('ready', 'minor-works', 'major-works', 'unsafe')),
  add column energy_class text check (energy_class in ('A4', 'A3', 'A2', 'A1', 'B', 'C', 'D', 'E', 'F', 'G')),
  add column constraints space_constraints not null default '{}',
  add column accessibility text check (accessibility in ('yes', 'partly', 'no')),
  add column utilities space_utilities not null default '{}',
  add column works bilingual,
  add column works_eur money_eur,
  add column rent_eur_year money_eur,
  add column available_from date,
  add column available_to date,
  -- Within so many metres of the point that stands here lies the space; where exactly is in access.space_place.
  add column blur_m int check (blur_m between 100 and 2000),
  -- How many citizens reported it.
  add column reports int not null default 0 check (reports >= 0),
  add check (available_to >= available_from),
  add check (blur_m is null or (address is null and owner_kind is not distinct from 'private'));
create index space_named on space (programme_id, (name ->> 'it'), key);

-- Photos and plans, after those that are there.
create table space_file (
  programme_id int not null references programme,
  key item_key not null,
  space item_key not null,
  kind text not null check (kind in ('photo', 'plan')),
  position int not null check (position > 0),
  -- What it shows, for who does not see it.
  alt bilingual not null,
  credit text,
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  file_type text not null,
  file_bytes int not null check (file_bytes > 0),
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, space) references space,
  foreign key (programme_id, source) references source
);
create index space_file_space on space_file (programme_id, space);

-- Where a space lies whose place is blurred for the public: outside the log, which the public may read.
create table access.space_place (
  programme_id int not null references programme,
  space text not null,
  address text check (length(address) <= 200),
  latitude numeric(8, 5) check (latitude between -90 and 90 and latitude <> 0),
  longitude numeric(8, 5) check (longitude between -180 and 180 and longitude <> 0),
  -- What only this table knows: without it, nobody computes the exact point from the one that is shown.
  seed uuid not null default gen_random_uuid(),
  primary key (programme_id, space),
  check ((latitude is null) = (longitude is null))
);

-- Citizens report spaces as they propose labs.
alter table access.request drop constraint request_kind_check;
alter table access.request
  add constraint request_kind_check check (kind in ('proposal', 'claim', 'need', 'space')),
  -- The space that a report is about, or that came of it.
  add column space text;

select keep_history(t::regclass) from unnest(array['space', 'space_file']) t;

-- What belongs to a space in the log, for its history and its way.
create index change_space on change (programme_id, (coalesce(after, before) ->> 'space'), id)
  where coalesce(after, before) ->> 'space' is not null;
