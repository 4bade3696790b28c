-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The register of labs: what an entry tells, its machines, and how it is found.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- The controlled lists; api/terms/rules.ts says each in words, and what stands under what.
create domain process_term as text check (value in (
  'additive', 'fdm-printing', 'resin-printing', 'powder-printing', 'metal-printing', 'clay-printing', 'machining',
  'cnc-milling', 'cnc-routing', 'precision-milling', 'turning', 'drilling', 'cutting', 'laser-cutting',
  'laser-engraving', 'vinyl-cutting', 'waterjet-cutting', 'plasma-cutting', 'hot-wire-cutting', 'sawing', 'forming',
  'bending', 'thermoforming', 'moulding', 'casting', 'injection-moulding', 'joining', 'welding', 'electronics',
  'circuit-making', 'soldering', 'component-placing', 'textile-work', 'sewing', 'embroidery', 'knitting', 'weaving',
  'printing', 'screen-printing', 'large-format-printing', 'uv-printing', 'woodworking', 'ceramics-making',
  'finishing', 'painting', 'sandblasting', 'scanning'));
create domain material_terms as text[] check (value <@ array[
  'wood', 'plywood', 'mdf', 'solid-wood', 'balsa', 'cork', 'plastics', 'acrylic', 'abs', 'pla', 'petg', 'nylon',
  'polycarbonate', 'vinyl', 'resin', 'foam', 'laminates', 'rubber', 'metals', 'steel', 'aluminium', 'brass',
  'copper', 'paper', 'cardboard', 'textiles', 'felt', 'leather', 'clay', 'glass', 'stone', 'composites']);
create domain service_terms as text[] check (value <@ array['training', 'prototyping', 'small-series', 'incubation',
  'schools', 'design', 'consulting', 'coworking', 'repair', 'testing', 'events', 'residency']);
create domain language_codes as text[] check (array_to_string(value, ' ') ~ '^([a-z]{2}( [a-z]{2})*)?$');

alter table lab
  add column description bilingual,
  add column legal_status text check (legal_status in ('association', 'cooperative', 'company', 'public-body', 'university',
    'school', 'foundation', 'informal', 'other')),
  add column status text not null default 'open' check (status in ('planned', 'open', 'temporarily-closed', 'closed')),
  add column founded_on date,
  add column founded_precision date_precision,
  add column access text check (access in ('public', 'public-hours', 'members', 'appointment')),
  -- [{"weekday": 1–7, "opens": "09:00", "closes": "18:00"}], ISO weekdays in the city's time.
  add column hours jsonb check (jsonb_typeof(hours) = 'array'),
  -- [{"from": "2026-08-01", "to": "2026-08-31"}], closed; with "opens" and "closes", open at those hours instead.
  add column hours_exceptions jsonb check (jsonb_typeof(hours_exceptions) = 'array'),
  add column wheelchair text check (wheelchair in ('yes', 'partly', 'no')),
  add column workstations int check (workstations >= 0),
  add column staff int check (staff >= 0),
  -- [{"name": {"it": …}, "amountEur": 20, "per": "month"}]
  add column prices jsonb check (jsonb_typeof(prices) = 'array'),
  add column services service_terms not null default '{}',
  add column languages language_codes not null default '{}',
  add column email text check (email ~ '^[^@\s]+@[^@\s]+$'),
  add column phone text check (phone ~ '^[+0-9][0-9 ./-]{3,30}$'),
  add column links text[] not null default '{}',
  add column small_series boolean,
  add column medium_series boolean,
  add column minimum_order int check (minimum_order > 0),
  add column turnaround_days int check (turnaround_days >= 0),
  -- The day on which each section was last confirmed; `confirmed_on` is the oldest of them, or what holds where none is named.
  add column confirmed jsonb not null default '{}' check (jsonb_typeof(confirmed) = 'object'),
  -- The entry that this one was found to be the same lab as; its address leads there.
  add column merged_into item_key,
  -- Where else it is registered: {"okw": …, "fablabs.io": …}, so that an import finds it again.
  add column foreign_ids jsonb not null default '{}' check (jsonb_typeof(foreign_ids) = 'object'),
  add foreign key (programme_id, merged_into) references lab deferrable initially deferred,
  add check (merged_into <> key),
  add check ((founded_on is null) = (founded_precision is null)),
  add check (fits_precision(founded_on, founded_precision));

create table machine (
  programme_id int not null references programme,
  key item_key not null,
  lab item_key not null,
  process process_term not null,
  brand text check (length(brand) between 1 and 80),
  model text check (length(model) between 1 and 120),
  -- The working area in millimetres: width, depth, height.
  width_mm int check (width_mm > 0),
  depth_mm int check (depth_mm > 0),
  height_mm int check (height_mm > 0),
  materials material_terms not null default '{}',
  quantity int not null default 1 check (quantity between 1 and 999),
  condition text not null default 'working' check (condition in ('working', 'limited', 'out-of-order')),
  booking_url text check (booking_url ~ '^https?://'),
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, lab) references lab,
  foreign key (programme_id, source) references source
);
create index machine_lab on machine (programme_id, lab);
create index machine_process on machine (programme_id, process, lab);
create index machine_materials on machine using gin (programme_id, materials);

-- What is on the market: from here a machine is added without typing.
create table machine_model (
  programme_id int not null references programme,
  key item_key not null,
  process process_term not null,
  brand text not null check (length(brand) between 1 and 80),
  model text not null check (length(model) between 1 and 120),
  width_mm int check (width_mm > 0),
  depth_mm int check (depth_mm > 0),
  height_mm int check (height_mm > 0),
  materials material_terms not null default '{}',
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, source) references source
);

create table lab_photo (
  programme_id int not null references programme,
  key item_key not null,
  lab item_key not null,
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
  foreign key (programme_id, lab) references lab,
  foreign key (programme_id, source) references source
);
create index lab_photo_lab on lab_photo (programme_id, lab);

-- What is searched of an entry, in small letters without accents.
create function lab_words(name jsonb, summary jsonb, address text) returns text immutable language sql
return translate(lower(coalesce(name ->> 'it', '') || ' ' || coalesce(name ->> 'en', '') || ' ' || coalesce(summary ->> 'it', '')
  || ' ' || coalesce(summary ->> 'en', '') || ' ' || coalesce(address, '')), 'àáâäèéêëìíîïòóôöùúûüç', 'aaaaeeeeiiiioooouuuuc');
create index lab_sought on lab using gin (programme_id, lab_words(name, summary, address) gin_trgm_ops);
create index lab_zone on lab (programme_id, zone);
create index lab_services on lab using gin (programme_id, services);
create index lab_named on lab (programme_id, (name ->> 'it'), key);

-- Kilometres between two points of the Earth, as the crow flies (haversine; radius 6371 km).
create function km_between(lat1 numeric, lon1 numeric, lat2 numeric, lon2 numeric) returns double precision
immutable language sql
return 12742 * asin(sqrt(least(1, power(sin(radians((lat2 - lat1)::float8 / 2)), 2)
  + cos(radians(lat1::float8)) * cos(radians(lat2::float8)) * power(sin(radians((lon2 - lon1)::float8 / 2)), 2))));

-- Whom to turn to, not for the public: outside the log, as all persons are.
create table access.lab_contact (
  programme_id int not null references programme,
  lab text not null,
  name text check (length(name) <= 120),
  email text check (email ~ '^[^@\s]+@[^@\s]+$'),
  phone text check (length(phone) <= 40),
  primary key (programme_id, lab)
);

select keep_history(t::regclass) from unnest(array['lab', 'machine', 'machine_model', 'lab_photo']) t;

-- What belongs to a lab in the log, for its history.
create index change_lab on change (programme_id, (coalesce(after, before) ->> 'lab'), id)
  where coalesce(after, before) ->> 'lab' is not null;
