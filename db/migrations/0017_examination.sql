-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What happens to an application between its draft and the final ranking: its documents, what is asked, answered, objected and
-- decided of it, and the questions about a call. All of it is sealed or personal: none stands in the log.

-- Until when whoever applied may object to a provisional ranking.
alter table ranking add column objections_until timestamptz, add check (objections_until is null or kind = 'provisional');
select keep_history('ranking');

-- The days of a call that is run here are those of its instants, in the city's time.
create function call_days() returns trigger language plpgsql as $$
declare zone_ text := (select timezone from setting);
begin
  if new.run then
    new.opens_on := (new.opens_at at time zone zone_)::date;
    new.closes_on := (new.closes_at at time zone zone_)::date;
  end if;
  return new;
end $$;
create trigger call_days before insert or update of run, opens_at, closes_at on call for each row execute function call_days();

-- A file that a firm sent: for a document that the call asks for, or with an answer. What was submitted names it by its hash.
create table access.application_file (
  file_id int generated always as identity primary key,
  application_id int not null references access.application on delete cascade,
  name text not null check (length(name) between 1 and 255),
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  file_type text not null,
  file_bytes bigint not null check (file_bytes > 0),
  received_at timestamptz not null default clock_timestamp(),
  unique (application_id, file_hash)
);

-- The dossier of an application; only ever added to.
create table access.application_record (
  record_id int generated always as identity primary key,
  application_id int not null references access.application on delete cascade,
  made_at timestamptz not null default clock_timestamp(),
  account_id int references access.account on delete set null,
  kind text not null check (kind in ('replaced', 'withdrawn', 'excluded', 'readmitted', 'request', 'answer', 'objection', 'decision',
    'bonus-refused')),
  words text check (length(words) between 1 and 4000),
  -- Of a request: until when it may be answered.
  until timestamptz,
  -- Of an answer or a decision: to what.
  to_record int references access.application_record,
  -- Of a bonus that was refused: which. Of a submission that was replaced: its SHA-256.
  about text,
  files text[] not null default '{}',
  accepted boolean,
  check ((kind = 'request') = (until is not null)),
  check ((kind in ('answer', 'decision')) = (to_record is not null)),
  check ((kind = 'decision') = (accepted is not null))
);
create index application_record_of on access.application_record (application_id);
-- A request is answered once, an objection decided once.
create unique index application_record_to on access.application_record (to_record);

insert into access.application_record (application_id, kind, words, until)
select application_id, 'request', asked_for, asked_until from access.application where asked_for is not null and asked_until is not null;
alter table access.application drop column asked_for, drop column asked_until;

-- Whoever withdraws before the deadline may come again, at the end of the order: an application may have arrived more than once.
alter table access.admission drop constraint admission_pkey, drop constraint admission_programme_id_call_arrival_key,
  add primary key (programme_id, call, arrival);
create unique index admission_standing on access.admission (application_id) where state <> 'released';

-- Asked by a firm about a call, until a moment; published without who asked, together with the answer.
create table access.call_question (
  question_id int generated always as identity primary key,
  programme_id int not null references programme,
  call text not null,
  account_id int references access.account on delete set null,
  asked_at timestamptz not null default clock_timestamp(),
  language text not null check (language in ('it', 'en')),
  words text not null check (length(words) between 1 and 2000),
  answered_at timestamptz
);
create index call_question_of on access.call_question (programme_id, call);

-- What points were before they were given anew: an evaluator's, or, without one, what all had agreed on.
create table access.score_before (
  application_id int not null references access.application on delete cascade,
  account_id int references access.account on delete cascade,
  criterion text not null,
  points numeric(5, 2) not null,
  reason text,
  given_at timestamptz not null,
  replaced_at timestamptz not null default clock_timestamp()
);
create index score_before_of on access.score_before (application_id);
create function access.keep_score() returns trigger language plpgsql as $$
declare was jsonb := to_jsonb(old);
begin
  if old.points is distinct from new.points or old.reason is distinct from new.reason then
    insert into access.score_before (application_id, account_id, criterion, points, reason, given_at)
    values (old.application_id, (was ->> 'account_id')::int, old.criterion, old.points, old.reason,
      coalesce(was ->> 'scored_at', was ->> 'agreed_at')::timestamptz);
  end if;
  return null;
end $$;
create trigger keep_score after update on access.score for each row execute function access.keep_score();
create trigger keep_score after update on access.consensus for each row execute function access.keep_score();

-- The round of evaluation of a call is closed: what was not scored by then no longer is.
create table access.round (
  programme_id int not null references programme,
  call text not null,
  closed_at timestamptz not null default clock_timestamp(),
  closed_by int references access.account on delete set null,
  primary key (programme_id, call)
);
