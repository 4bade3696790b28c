-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The qualified list, and what people ask of the register: proposals, claims, needs of firms.

-- An address without its protocol, its www and what follows the path: the same for two ways of writing one site.
create function site_of(url text) returns text immutable language sql
return nullif(rtrim(lower(regexp_replace(regexp_replace(url, '^https?://(www\.)?', ''), '[?#].*$', '')), '/'), '');

-- What a lab must show to stand in the qualified list: a check on its entry, a document, or both.
create table lab_requirement (
  programme_id int not null references programme,
  key item_key not null,
  position int not null check (position > 0),
  name bilingual not null,
  measure text check (measure in ('workstations', 'floor-area', 'machines', 'processes', 'services', 'staff', 'open-access')),
  -- The measure must reach it; for open access, 1.
  at_least numeric(9, 1) check (at_least > 0),
  document boolean not null default false,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, source) references source,
  check ((measure is null) = (at_least is null)),
  check (measure is not null or document)
);

-- What happened on the way into, in and out of the qualified list; only ever added.
create table qualification_step (
  programme_id int not null references programme,
  key item_key not null,
  lab item_key not null,
  number int not null check (number > 0),
  act text not null check (act in ('applied', 'asked', 'answered', 'refused', 'qualified', 'renewed', 'suspended', 'resumed',
    'ended')),
  made_on date not null,
  -- The last day of the qualification that the act gives or leaves.
  until_on date,
  reason bilingual,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  unique (programme_id, lab, number),
  foreign key (programme_id, lab) references lab,
  foreign key (programme_id, source) references source,
  check (act in ('qualified', 'renewed', 'resumed') = (until_on is not null)),
  check (until_on >= made_on),
  check (act not in ('asked', 'refused', 'suspended', 'ended') or reason is not null)
);

-- Documents shown for a requirement: for officials and the lab's operators, not for the public.
create table access.lab_document (
  document_id int generated always as identity primary key,
  programme_id int not null references programme,
  lab text not null,
  requirement text not null,
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  file_name text not null check (length(file_name) between 1 and 200),
  file_type text not null,
  file_bytes int not null check (file_bytes > 0),
  added_at timestamptz not null default now(),
  added_by int references access.account on delete set null
);
create index lab_document_lab on access.lab_document (programme_id, lab);

-- What somebody asks of the register who may have no account: a lab is missing, this one is mine, who can make this. It
-- counts once its e-mail address was confirmed by the link; by the same link its state can be seen.
create table access.request (
  request_id int generated always as identity primary key,
  hash bytea not null unique,
  programme_id int not null references programme,
  kind text not null check (kind in ('proposal', 'claim', 'need')),
  -- The lab that is claimed, or that came of a proposal.
  lab text,
  content jsonb not null,
  name text not null check (length(name) between 1 and 120),
  email text not null check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$'),
  language text not null default 'it' check (language in ('it', 'en')),
  made_at timestamptz not null default now(),
  confirmed_at timestamptz,
  taken_by int references access.account on delete set null,
  taken_at timestamptz,
  state text not null default 'open' check (state in ('open', 'accepted', 'refused', 'ended')),
  answer text check (length(answer) <= 4000),
  answered_at timestamptz,
  answered_by int references access.account on delete set null,
  check ((state = 'open') = (answered_at is null))
);
create index request_programme on access.request (programme_id, kind, state);

-- The labs that a firm asked about its need, and what each answered; seen by the firm and by that lab alone.
create table access.request_lab (
  request_id int not null references access.request on delete cascade,
  programme_id int not null references programme,
  lab text not null,
  asked_at timestamptz not null default now(),
  -- When the lab promised to keep what is confidential to itself, and read it.
  opened_at timestamptz,
  state text not null default 'asked' check (state in ('asked', 'offered', 'declined')),
  answer text check (length(answer) <= 4000),
  answered_at timestamptz,
  primary key (request_id, lab)
);
create index request_lab_lab on access.request_lab (programme_id, lab);

select keep_history(t::regclass) from unnest(array['lab_requirement', 'qualification_step']) t;
