-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Calls that are run here, from the draft to the keys: what the public reads stands in the log, what is sealed or personal does not.

alter table call
  -- Run in Officina: it takes applications by itself, and closes by the server's clock.
  add column run boolean not null default false,
  add column act text check (length(act) between 1 and 200),
  add column opens_at timestamptz,
  add column closes_at timestamptz,
  add column questions_until timestamptz,
  -- The least total of the weighted scores, bonuses apart.
  add column threshold numeric(5, 2) check (threshold between 0 and 100),
  -- [{"criterion": key}, "lower-request", "earlier"], in their order; last a lot is drawn.
  add column tie_breaks jsonb check (jsonb_typeof(tie_breaks) = 'array'),
  -- SHA-256 of the seed by which lots are drawn, committed to with the publication; the seed itself once it is closed.
  add column seed_hash text check (seed_hash ~ '^[0-9a-f]{64}$'),
  add column seed text check (seed ~ '^[0-9a-f]{64}$'),
  add column partial_grants boolean not null default false,
  -- What happens to a request above the headroom of de minimis aid; null: no de minimis aid.
  add column aid_rule text check (aid_rule in ('refuse', 'reduce')),
  add check (not run or (act is not null and opens_at is not null and closes_at > opens_at and seed_hash is not null)),
  add check (questions_until <= closes_at);

alter table call_criterion
  add column scale numeric(5, 2) check (scale > 0),
  add column threshold numeric(5, 2) check (threshold >= 0);

-- Points that are added by rule, declared with the call.
create table call_bonus (
  programme_id int not null references programme,
  key item_key not null,
  call item_key not null,
  position int not null check (position > 0),
  kind text not null check (kind in ('periphery', 'under-35', 'women', 'social-impact', 'circular-economy', 'other')),
  name bilingual not null,
  points numeric(5, 2) not null check (points > 0),
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, call) references call,
  foreign key (programme_id, source) references source
);

-- What must hold to apply: a question that must be answered with yes, or a document.
create table call_requirement (
  programme_id int not null references programme,
  key item_key not null,
  call item_key not null,
  position int not null check (position > 0),
  kind text not null check (kind in ('question', 'document')),
  name bilingual not null,
  required boolean not null default true,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, call) references call,
  foreign key (programme_id, source) references source
);

-- What was changed after the publication, in public: a deadline later, a budget larger.
create table call_amendment (
  programme_id int not null references programme,
  key item_key not null,
  call item_key not null,
  number int not null check (number > 0),
  act text not null check (length(act) between 1 and 200),
  made_on date not null,
  closes_at timestamptz,
  budget_eur money_eur,
  reason bilingual not null,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  unique (programme_id, call, number),
  foreign key (programme_id, call) references call,
  foreign key (programme_id, source) references source
);

-- A question about a call with its answer, published together and without who asked.
create table call_answer (
  programme_id int not null references programme,
  key item_key not null,
  call item_key not null,
  number int not null check (number > 0),
  question bilingual not null,
  answer bilingual not null,
  asked_on date not null,
  answered_on date not null,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  unique (programme_id, call, number),
  foreign key (programme_id, call) references call,
  foreign key (programme_id, source) references source
);

-- A published ranking with everything that is needed to compute it again; only ever added.
create table ranking (
  programme_id int not null references programme,
  key item_key not null,
  call item_key not null,
  number int not null check (number > 0),
  kind text not null check (kind in ('provisional', 'final', 'next')),
  published_on date not null,
  act text check (length(act) between 1 and 200),
  -- {"rules": …, "applications": …, "seed": …}, and the entries that follow from it.
  input jsonb not null check (jsonb_typeof(input) = 'object'),
  entries jsonb not null check (jsonb_typeof(entries) = 'array'),
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  unique (programme_id, call, number),
  foreign key (programme_id, call) references call,
  foreign key (programme_id, source) references source
);

-- A call that is being prepared: nobody outside sees it, and the log does not hold it.
create table access.call_draft (
  draft_id int generated always as identity primary key,
  programme_id int not null references programme,
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  version int not null default 1,
  made_by int references access.account on delete set null,
  made_at timestamptz not null default now(),
  -- The key of the call that came of it, and the seed of its lots, secret until it is closed.
  published_as text,
  seed text check (seed ~ '^[0-9a-f]{64}$'),
  unique (programme_id, published_as)
);

create table access.application (
  application_id int generated always as identity primary key,
  programme_id int not null references programme,
  call text not null,
  account_id int references access.account on delete set null,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'withdrawn')),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  version int not null default 1,
  made_at timestamptz not null default now(),
  saved_at timestamptz not null default now(),
  -- Given with the first submission, in the committed order.
  number int check (number > 0),
  submitted_at timestamptz,
  submitted jsonb,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  -- The client's own mark of its attempt: sent again, it is answered again and nothing is done twice.
  idempotency_key text check (length(idempotency_key) between 8 and 100),
  withdrawn_at timestamptz,
  excluded_on date,
  excluded_reason text,
  -- What is missing and asked for, until when (soccorso istruttorio).
  asked_for text,
  asked_until timestamptz,
  unique (programme_id, call, number),
  unique (programme_id, call, account_id),
  unique (programme_id, call, idempotency_key),
  check (state = 'draft' or number is not null),
  check (num_nulls(number, submitted_at, submitted, sha256) in (0, 4)),
  check ((excluded_on is null) = (excluded_reason is null))
);

-- A fund that is given out in the order of arrival, in cents. One row, locked by each that takes from it.
create table access.plafond (
  programme_id int not null references programme,
  call text not null,
  budget_cents bigint not null check (budget_cents >= 0),
  committed_cents bigint not null default 0,
  arrivals int not null default 0,
  waiting int not null default 0 check (waiting >= 0),
  primary key (programme_id, call),
  check (committed_cents between 0 and budget_cents)
);

create table access.admission (
  application_id int primary key references access.application on delete cascade,
  programme_id int not null references programme,
  call text not null,
  arrival int not null check (arrival > 0),
  requested_cents bigint not null check (requested_cents >= 0),
  state text not null check (state in ('admitted', 'waiting', 'refused', 'released')),
  amount_cents bigint not null default 0 check (amount_cents >= 0),
  why text not null,
  decided_at timestamptz not null default clock_timestamp(),
  unique (programme_id, call, arrival)
);
create index admission_waiting on access.admission (programme_id, call, arrival) where state = 'waiting';

create table access.evaluator (
  programme_id int not null references programme,
  call text not null,
  account_id int not null references access.account on delete cascade,
  named_at timestamptz not null default now(),
  primary key (programme_id, call, account_id)
);

-- Declared by the evaluator for one application, which is then hidden from him.
create table access.conflict (
  application_id int not null references access.application on delete cascade,
  account_id int not null references access.account on delete cascade,
  declared_at timestamptz not null default now(),
  reason text not null check (length(reason) between 1 and 1000),
  primary key (application_id, account_id)
);

-- Nobody sees those of another before all have scored, or the round is closed.
create table access.score (
  application_id int not null references access.application on delete cascade,
  account_id int not null references access.account on delete cascade,
  criterion text not null,
  points numeric(5, 2) not null check (points >= 0),
  reason text check (length(reason) <= 2000),
  scored_at timestamptz not null default now(),
  primary key (application_id, account_id, criterion)
);

-- What the evaluators agreed on together; it stands in place of their single scores.
create table access.consensus (
  application_id int not null references access.application on delete cascade,
  criterion text not null,
  points numeric(5, 2) not null check (points >= 0),
  reason text check (length(reason) <= 2000),
  agreed_at timestamptz not null default now(),
  primary key (application_id, criterion)
);

select keep_history(t::regclass) from unnest(array['call', 'call_criterion', 'call_bonus', 'call_requirement', 'call_amendment',
  'call_answer', 'ranking']) t;
