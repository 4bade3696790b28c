-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What the programme works on: labs, spaces, calls, awards, indicators.

create table lab (
  programme_id int not null references programme,
  key item_key not null,
  kind text not null check (kind in ('fablab', 'makerspace', 'hub', 'incubator', 'accelerator', 'coworking', 'other')),
  name bilingual not null,
  summary bilingual,
  organisation item_key,
  zone item_key,
  address text,
  latitude numeric(8, 5) check (latitude between -90 and 90 and latitude <> 0),
  longitude numeric(8, 5) check (longitude between -180 and 180 and longitude <> 0),
  floor_area_m2 numeric(9, 1) check (floor_area_m2 > 0),
  url text check (url ~ '^https?://'),
  opened_on date,
  opened_precision date_precision,
  closed_on date,
  closed_precision date_precision,
  confirmed_on date,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, organisation) references organisation,
  foreign key (programme_id, zone) references zone,
  foreign key (programme_id, source) references source,
  check ((latitude is null) = (longitude is null)),
  check ((opened_on is null) = (opened_precision is null)),
  check ((closed_on is null) = (closed_precision is null)),
  check (fits_precision(opened_on, opened_precision) and fits_precision(closed_on, closed_precision)),
  check (closed_on >= opened_on)
);

create table space (
  programme_id int not null references programme,
  key item_key not null,
  kind text not null check (kind in ('building', 'ground-floor', 'open-area', 'shed', 'lot', 'other')),
  owner_kind text check (owner_kind in ('public', 'private')),
  name bilingual not null,
  summary bilingual,
  owner item_key,
  zone item_key,
  address text,
  latitude numeric(8, 5) check (latitude between -90 and 90 and latitude <> 0),
  longitude numeric(8, 5) check (longitude between -180 and 180 and longitude <> 0),
  floor_area_m2 numeric(10, 1) check (floor_area_m2 > 0),
  state text not null check (state in ('surveyed', 'available', 'in-call', 'assigned', 'in-use', 'withdrawn')),
  state_since date,
  state_precision date_precision,
  disused_since date,
  disused_precision date_precision,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, owner) references organisation,
  foreign key (programme_id, zone) references zone,
  foreign key (programme_id, source) references source,
  check ((latitude is null) = (longitude is null)),
  check ((state_since is null) = (state_precision is null)),
  check ((disused_since is null) = (disused_precision is null)),
  check (fits_precision(state_since, state_precision) and fits_precision(disused_since, disused_precision))
);
create index space_zone on space (programme_id, zone);

create table call (
  programme_id int not null references programme,
  key item_key not null,
  kind text not null check (kind in ('space', 'investment', 'voucher', 'cascade', 'challenge', 'register')),
  name bilingual not null,
  summary bilingual,
  area item_key not null,
  initiative item_key,
  milestone item_key,
  zone item_key,
  published_on date,
  published_precision date_precision,
  opens_on date,
  closes_on date,
  concluded_on date,
  concluded_precision date_precision,
  budget_eur money_eur,
  awarded_eur money_eur,
  grant_share share,
  grant_max_eur money_eur,
  applications int check (applications >= 0),
  admitted int check (admitted >= 0),
  url text check (url ~ '^https?://'),
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, area) references area,
  foreign key (programme_id, initiative) references initiative,
  foreign key (programme_id, milestone) references milestone,
  foreign key (programme_id, zone) references zone,
  foreign key (programme_id, source) references source,
  check ((published_on is null) = (published_precision is null)),
  check ((concluded_on is null) = (concluded_precision is null)),
  check (fits_precision(published_on, published_precision) and fits_precision(concluded_on, concluded_precision)),
  check (closes_on >= opens_on),
  check (concluded_on >= closes_on),
  check (admitted <= applications)
);

-- A space offered in a call.
create table lot (
  programme_id int not null references programme,
  key item_key not null,
  call item_key not null,
  space item_key not null,
  position int not null check (position > 0),
  fee_eur_year money_eur,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  unique (programme_id, call, space),
  foreign key (programme_id, call) references call,
  foreign key (programme_id, space) references space,
  foreign key (programme_id, source) references source
);

create table award (
  programme_id int not null references programme,
  key item_key not null,
  call item_key not null,
  space item_key,
  organisation item_key,
  recipients int not null default 1 check (recipients > 0),
  recipient_kind text check (recipient_kind in ('firm', 'non-profit', 'other')),
  zone item_key,
  amount_eur money_eur,
  floor_area_m2 numeric(10, 1) check (floor_area_m2 > 0),
  awarded_on date,
  awarded_precision date_precision,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, call) references call,
  foreign key (programme_id, space) references space,
  foreign key (programme_id, organisation) references organisation,
  foreign key (programme_id, zone) references zone,
  foreign key (programme_id, source) references source,
  check (organisation is null or recipients = 1),
  check ((awarded_on is null) = (awarded_precision is null)),
  check (fits_precision(awarded_on, awarded_precision))
);
create index award_call on award (programme_id, call);

create table indicator (
  programme_id int not null references programme,
  key item_key not null,
  position int not null check (position > 0),
  subject text not null check (subject in ('outcome', 'spaces', 'labs', 'calls', 'participation')),
  area item_key,
  name bilingual not null,
  summary bilingual,
  unit text not null check (unit in ('count', 'eur', 'm2', 'share', 'days')),
  better text check (better in ('higher', 'lower')),
  target numeric(16, 4),
  target_on date,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, area) references area,
  foreign key (programme_id, source) references source,
  check (unit <> 'share' or target between 0 and 1)
);

create table measurement (
  programme_id int not null references programme,
  key item_key not null,
  indicator item_key not null,
  zone item_key,
  value numeric(16, 4) not null,
  measured_on date not null,
  measured_precision date_precision not null default 'day',
  baseline boolean not null default false,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, indicator) references indicator,
  foreign key (programme_id, zone) references zone,
  foreign key (programme_id, source) references source,
  check (fits_precision(measured_on, measured_precision))
);
alter table measurement add constraint measurement_baseline exclude using btree (programme_id with =, indicator with =)
  where (baseline and zone is null) deferrable initially deferred;
create index measurement_indicator on measurement (programme_id, indicator, measured_on);

select keep_history(t::regclass) from unnest(array['lab', 'space', 'call', 'lot', 'award', 'indicator', 'measurement']) t;
