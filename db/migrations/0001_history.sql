-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What every table of the house shares: the log of changes, the past, the revision.

create schema past;

create domain item_key as text
  check (value ~ '^[a-z0-9]+([-.][a-z0-9]+)*$' and length(value) <= 80);
create domain bilingual as jsonb
  check (value is null or (jsonb_typeof(value) = 'object' and coalesce(value ->> 'it', '') <> '' and value - 'it' - 'en' = '{}'
    and (value -> 'en' is null or coalesce(value ->> 'en', '') <> '')));
create domain money_eur as numeric(14, 2) check (value >= 0);
create domain share as numeric(6, 5) check (value between 0 and 1);
create domain date_precision as text
  check (value in ('day', 'month', 'quarter', 'half-year', 'year', 'cycle'));

-- A date of coarse precision is held as the last day of its span, so that "by June" is due on 30 June.
create function fits_precision(day date, precision_ text) returns boolean immutable language sql
return day is null or precision_ is null or precision_ in ('day', 'cycle')
  or (extract(day from day + 1) = 1 and case precision_
    when 'quarter' then extract(month from day) in (3, 6, 9, 12)
    when 'half-year' then extract(month from day) in (6, 12)
    when 'year' then extract(month from day) = 12
    else true end);

create table revision (
  programme_id int primary key,
  revision bigint not null,
  raised_by xid8 not null
);

create table change (
  id bigint generated always as identity primary key,
  programme_id int not null,
  table_name text not null,
  item text not null,
  operation text not null check (operation in ('insert', 'update', 'delete')),
  before jsonb,
  after jsonb,
  known_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  actor text not null,
  reason text not null
);
create index change_item on change (programme_id, table_name, item, known_on desc, id desc);
create index change_latest on change (programme_id, known_on desc, id desc);

-- Where a day begins and ends: written at each start, so that no session's own clock decides it.
create table setting (
  only_one boolean primary key default true check (only_one),
  timezone text not null
);
insert into setting (timezone) values ('Europe/Rome');

create function city_day() returns date stable language sql
return (select (now() at time zone timezone)::date from setting);

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation', hint = 'append-only';
end $$;
create trigger append_only before update or delete on change for each row execute function refuse_rewriting();
create trigger no_truncate before truncate on change for each statement execute function refuse_rewriting();

-- Only the triggers of the domain tables write the log.
create function refuse_forging() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then
    raise exception 'change is written by triggers alone' using errcode = 'restrict_violation', hint = 'append-only';
  end if;
  return new;
end $$;
create trigger no_forging before insert on change for each row execute function refuse_forging();

-- One revision a transaction: the first change of it raises and announces, the others find it raised.
create function raise_revision(raised_programme int) returns void language plpgsql
  security definer set search_path = public, pg_temp as $$
declare raised bigint;
begin
  insert into revision values (raised_programme, 1, pg_current_xact_id())
  on conflict (programme_id) do update set revision = revision.revision + 1, raised_by = excluded.raised_by
    where revision.raised_by <> excluded.raised_by
  returning revision.revision into raised;
  if raised is not null then
    perform pg_notify('revision', json_build_object('programme', (select key from programme where programme_id = raised_programme), 'revision', raised)::text);
  end if;
end $$;

create function record_change() returns trigger language plpgsql
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
  insert into change (programme_id, table_name, item, operation, before, after, known_on, actor, reason)
  values (programme, tg_table_name, item_, lower(tg_op), was, becomes, day,
    coalesce(nullif(current_setting('app.actor', true), ''), session_user || ' (sql)'),
    coalesce(current_setting('app.reason', true), ''));
  perform raise_revision(programme);
  return null;
end $$;

-- Gives a domain table its trigger; to be called again when its columns change. The past is added by 0019.
create function keep_history(domain_table regclass) returns void language plpgsql as $$
declare
  table_ text := (select relname from pg_class where oid = domain_table);
begin
  execute format('create or replace trigger zz_change after insert or update or delete on %I
    for each row execute function record_change()', table_);
  execute format('create or replace trigger no_truncate before truncate on %I
    for each statement execute function refuse_rewriting()', table_);
end $$;

-- For trees and webs within one programme: refuses a row that would reach itself by following `edge_column`.
create function refuse_circle() returns trigger language plpgsql as $$
declare
  from_column text := tg_argv[0];
  to_column text := tg_argv[1];
  start_ text := to_jsonb(new) ->> from_column;
  circle text;
begin
  execute format($walk$
    with recursive walk as (
      select $1::text as at, array[$2::text] as path
      union all
      select (t.%2$I)::text, walk.path || walk.at from %3$I t, walk
      where t.programme_id = $3 and (t.%1$I)::text = walk.at and t.%2$I is not null
        and walk.at <> all (walk.path)
    ) select array_to_string(path || at, ' → ') from walk where at = $2 limit 1$walk$, from_column, to_column, tg_table_name)
  into circle using to_jsonb(new) ->> to_column, start_, new.programme_id;
  if circle is not null then
    raise exception 'circle in %: %', tg_table_name, circle using errcode = 'check_violation', hint = 'circle';
  end if;
  return null;
end $$;
