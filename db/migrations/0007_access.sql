-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Who comes in, and as whom. Persons stand in schema `access`, outside the log of changes: a person can be forgotten, the log cannot.

create schema access;

create table access.account (
  account_id int generated always as identity primary key,
  name text not null check (length(trim(name)) between 1 and 120),
  email text unique check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 254),
  language text not null default 'it' check (language in ('it', 'en')),
  -- ISO: 1 is Monday. The hour is the city's.
  digest_weekday int not null default 1 check (digest_weekday between 1 and 7),
  digest_hour int not null default 8 check (digest_hour between 0 and 23),
  digest_wanted boolean not null default true,
  feed_hash bytea unique,
  created_at timestamptz not null default now()
);

-- Somebody another provider vouches for. Never found by e-mail address: issuer and subject are the identity.
create table access.identity (
  issuer text not null,
  subject text not null,
  account_id int not null references access.account on delete cascade,
  added_at timestamptz not null default now(),
  primary key (issuer, subject)
);

create table access.passkey (
  passkey_id int generated always as identity primary key,
  credential text not null unique,
  account_id int not null references access.account on delete cascade,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  added_at timestamptz not null default now(),
  used_at timestamptz
);

-- What a person may do, where. Ended, never removed.
create table access.role (
  role_id int generated always as identity primary key,
  account_id int not null references access.account on delete cascade,
  -- None: every programme of this Officina; for its administrators alone.
  programme_id int references programme,
  role text not null check (role in ('administrator', 'official', 'operator', 'board', 'evaluator', 'applicant')),
  -- None: all of them.
  areas text[],
  labs text[],
  organisation text,
  -- What the public reads instead of the name, unless the person's part is a public one.
  office text not null check (length(trim(office)) between 1 and 160),
  name_is_public boolean not null default false,
  granted_at timestamptz not null default now(),
  granted_by int references access.account on delete set null,
  ended_at timestamptz,
  ended_by int references access.account on delete set null,
  check (programme_id is not null or role = 'administrator'),
  check (areas is null or role = 'official'),
  check (labs is null or role = 'operator'),
  check ((organisation is null) or role = 'applicant')
);
create index role_account on access.role (account_id) where ended_at is null;

create table access.session (
  session_id int generated always as identity primary key,
  hash bytea not null unique,
  account_id int not null references access.account on delete cascade,
  means text not null check (means in ('link', 'invitation', 'provider', 'passkey')),
  device text not null,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ends_at timestamptz not null
);

-- An attempt to sign in that has begun, bound to the browser that began it; used once.
create table access.attempt (
  hash bytea primary key,
  browser_hash bytea not null,
  means text not null check (means in ('link', 'provider', 'passkey', 'passkey-new')),
  account_id int references access.account on delete cascade,
  detail jsonb not null default '{}',
  expires_at timestamptz not null,
  used_at timestamptz
);

create table access.invitation (
  invitation_id int generated always as identity primary key,
  hash bytea not null unique,
  -- None: the console's link to the first official.
  email text check (email = lower(email)),
  programme_id int references programme,
  role text not null,
  areas text[],
  labs text[],
  organisation text,
  office text,
  name_is_public boolean not null default false,
  invited_by int references access.account on delete set null,
  invited_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_by int references access.account on delete set null,
  accepted_at timestamptz,
  revoked_at timestamptz
);

-- Every mail that was ever announced. `once` names what it is about: nobody is mailed twice for the same thing.
create table access.mail (
  mail_id int generated always as identity primary key,
  once text not null unique,
  recipient text not null,
  subject text not null,
  body text not null,
  made_at timestamptz not null default now(),
  -- Committed before the mail is handed over: after a crash in between it is not sent again.
  begun_at timestamptz,
  sent_at timestamptz,
  failure text
);

-- What a person was reminded of, once and for all.
create table access.reminder (
  account_id int not null references access.account on delete cascade,
  once text not null,
  mail_id int not null references access.mail,
  primary key (account_id, once)
);

-- Attempts of late, counted for all instances together. A bucket is the hash of an address or an account.
create table access.rate (
  bucket text primary key,
  hits int not null,
  resets_at timestamptz not null
);

-- The log names the account that wrote, as a number, and the transaction it wrote in; `actor` stays what the public reads.
alter table change add column account_id int;
alter table change add column written xid8 not null default pg_current_xact_id();
create index change_written on change (written);

create or replace function record_change() returns trigger language plpgsql
  security definer set search_path = public, pg_temp as $$
declare
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  becomes jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  programme int := (coalesce(becomes, was) ->> 'programme_id')::int;
  item_ text := coalesce(becomes, was) ->> 'key';
  day date := coalesce(nullif(current_setting('app.known_on', true), '')::date, city_day());
  last_known date;
begin
  if was = becomes then return null; end if;
  if tg_op = 'UPDATE' and (was ->> 'key', was ->> 'programme_id') <> (becomes ->> 'key', becomes ->> 'programme_id') then
    raise exception 'the key of % % is fixed', tg_table_name, was ->> 'key' using errcode = 'restrict_violation';
  end if;
  select known_on into last_known from change
    where programme_id = programme and table_name = tg_table_name and item = item_
    order by known_on desc, id desc limit 1;
  if day > city_day() or day < last_known then
    raise exception '% % cannot become known on %', tg_table_name, item_, day
      using errcode = 'check_violation', hint = 'known-on';
  end if;
  insert into change (programme_id, table_name, item, operation, before, after, known_on, actor, reason, account_id)
  values (programme, tg_table_name, item_, lower(tg_op), was, becomes, day,
    coalesce(nullif(current_setting('app.actor', true), ''), session_user || ' (sql)'),
    coalesce(current_setting('app.reason', true), ''), nullif(current_setting('app.account', true), '')::int);
  perform raise_revision(programme);
  return null;
end $$;

-- Hands a mail to the worker in the transaction that announces it. The queue is graphile-worker's, in a schema of its own.
create function access.send_mail(mail int) returns void language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job('mail', json_build_object('mail', mail), job_key := 'mail-' || mail, max_attempts := 8);
end $$;

