-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The past as rows: schema `history` has a table of versions for each domain table, with its columns and the days on
-- which each version was the known one. Schema `past` reads them. The versions follow from the log `change`, which stays
-- the record of who wrote what and when.

create extension if not exists btree_gist;
create schema history;

-- Names that the log's older images use. `image_now` translates them when the log is read.
create table renamed (
  renamed_id int generated always as identity primary key,
  table_name text not null,
  column_name text not null,
  -- Null: the column itself was renamed.
  old_value text,
  new_name text not null,
  -- Last change that uses the old name.
  until_change bigint not null
);

create function image_now(of_table text, of_change bigint, image jsonb) returns jsonb stable language plpgsql as $$
declare step renamed;
begin
  for step in select * from renamed where table_name = of_table and until_change >= of_change order by renamed_id loop
    if not image ? step.column_name then continue; end if;
    if step.old_value is null then
      image := image - step.column_name || jsonb_build_object(step.new_name, image -> step.column_name);
    elsif image ->> step.column_name = step.old_value then
      image := image || jsonb_build_object(step.column_name, step.new_name);
    end if;
  end loop;
  return image;
end $$;

-- Writes one row of the log. Returns nothing if the row did not change.
create function log_change(table_ text, operation_ text, was jsonb, becomes jsonb, out change_id bigint, out day date)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  programme int := (coalesce(becomes, was) ->> 'programme_id')::int;
  item_ text := coalesce(becomes, was) ->> 'key';
  last_known date;
begin
  if was = becomes then return; end if;
  day := coalesce(nullif(current_setting('app.known_on', true), '')::date, city_day());
  if operation_ = 'UPDATE' and (was ->> 'key', was ->> 'programme_id') <> (becomes ->> 'key', becomes ->> 'programme_id') then
    raise exception 'the key of % % is fixed', table_, was ->> 'key' using errcode = 'restrict_violation';
  end if;
  select known_on into last_known from change
    where programme_id = programme and table_name = table_ and item = item_
    order by known_on desc, id desc limit 1;
  if day > city_day() or day < last_known then
    raise exception '% % cannot become known on %', table_, item_, day
      using errcode = 'check_violation', hint = 'known-on';
  end if;
  insert into change (programme_id, table_name, item, operation, before, after, known_on, actor, reason, account_id)
  values (programme, table_, item_, lower(operation_), was, becomes, day,
    coalesce(nullif(current_setting('app.actor', true), ''), session_user || ' (sql)'),
    coalesce(current_setting('app.reason', true), ''), nullif(current_setting('app.account', true), '')::int)
  returning id into change_id;
  perform raise_revision(programme);
end $$;
revoke execute on function log_change from public;

-- Gives a domain table its log, its table of versions and its view in `past`. To be called again when its columns
-- change: a new column has its default in older versions, a removed column goes from them.
create or replace function keep_history(domain_table regclass) returns void language plpgsql as $$
declare
  table_ text := (select relname from pg_class where oid = domain_table);
  fresh boolean := to_regclass(format('history.%I', table_)) is null;
  columns_ text;
  news text;
  column_ record;
begin
  set local client_min_messages = warning;
  execute format('drop view if exists past.%I', table_);
  if fresh then
    execute format('create table history.%1$I (
      change_id bigint not null, known_from date not null, known_until date,
      known daterange not null generated always as (daterange(known_from, known_until)) stored)', table_);
  end if;
  for column_ in
    select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, h.attname is not null as there,
      case when a.attnotnull and a.attidentity = '' then pg_get_expr(d.adbin, d.adrelid) end as fallback
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      left join pg_attribute h on h.attrelid = to_regclass(format('history.%I', table_)) and h.attname = a.attname and not h.attisdropped
    where a.attrelid = domain_table and a.attnum > 0 and not a.attisdropped order by a.attnum
  loop
    if not column_.there then
      execute format('alter table history.%I add column %I %s', table_, column_.name, column_.type
        || coalesce(' default ' || column_.fallback, ''));
      execute format('alter table history.%I alter column %I drop default', table_, column_.name);
    end if;
  end loop;
  for column_ in
    select h.attname as name from pg_attribute h
    where h.attrelid = to_regclass(format('history.%I', table_)) and h.attnum > 0 and not h.attisdropped
      and h.attname not in ('change_id', 'known_from', 'known_until', 'known')
      and not exists (select from pg_attribute a where a.attrelid = domain_table and a.attname = h.attname and not a.attisdropped)
  loop
    execute format('alter table history.%I drop column %I', table_, column_.name);
  end loop;
  select string_agg(quote_ident(attname), ', ' order by attnum), string_agg('new.' || quote_ident(attname), ', ' order by attnum)
    into columns_, news
    from pg_attribute where attrelid = domain_table and attnum > 0 and not attisdropped;
  if fresh then
    execute format('create unique index on history.%I (programme_id, key, known_until) nulls not distinct', table_);
    execute format('create index on history.%I using gist (programme_id, known)', table_);
  end if;
  execute format($body$
    create or replace function history.keep_%1$s() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $keep$
    declare logged record;
    begin
      logged := log_change('%1$s', tg_op, case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end);
      if logged.change_id is null then return null; end if;
      if tg_op = 'UPDATE' then
        update history.%2$I set (change_id, %3$s) = row(logged.change_id, %4$s)
          where programme_id = old.programme_id and key = old.key and known_until is null and known_from = logged.day;
        if found then return null; end if;
      elsif tg_op = 'DELETE' then
        delete from history.%2$I
          where programme_id = old.programme_id and key = old.key and known_until is null and known_from = logged.day;
      end if;
      if tg_op <> 'INSERT' then
        update history.%2$I set known_until = logged.day
          where programme_id = old.programme_id and key = old.key and known_until is null;
      end if;
      if tg_op <> 'DELETE' then
        insert into history.%2$I (change_id, known_from, %3$s) values (logged.change_id, logged.day, %4$s);
      end if;
      return null;
    end $keep$ $body$, table_, table_, columns_, news);
  execute format('create or replace trigger zz_change after insert or update or delete on %I
    for each row execute function history.keep_%s()', table_, table_);
  execute format('create or replace trigger no_truncate before truncate on %I
    for each statement execute function refuse_rewriting()', table_);
  execute format('create view past.%1$I as select %2$s from history.%1$I where known @> current_setting(''app.as_of'')::date',
    table_, columns_);
end $$;

-- Renames a column of a domain table, in its versions too, and notes the old name for the log's images.
create function rename_column(domain_table regclass, old_name text, new_name text) returns void language plpgsql as $$
declare table_ text := (select relname from pg_class where oid = domain_table);
begin
  execute format('drop view if exists past.%I', table_);
  execute format('alter table %I rename column %I to %I', table_, old_name, new_name);
  execute format('alter table history.%I rename column %I to %I', table_, old_name, new_name);
  insert into renamed (table_name, column_name, new_name, until_change)
    select table_, old_name, new_name, coalesce(max(id), 0) from change;
  perform keep_history(domain_table);
end $$;

-- Replaces a value of a list everywhere: in the rows, in their versions, and for the log's images. This is no change of
-- the row: it says the same in the new word. To be called before the list is narrowed.
create function rename_choice(domain_table regclass, of_column text, old_value text, new_value text) returns void language plpgsql as $$
declare table_ text := (select relname from pg_class where oid = domain_table);
begin
  execute format('alter table %I disable trigger user', table_);
  execute format('update %1$I set %2$I = $2 where %2$I = $1', table_, of_column) using old_value, new_value;
  execute format('alter table %I enable trigger user', table_);
  execute format('update history.%1$I set %2$I = $2 where %2$I = $1', table_, of_column) using old_value, new_value;
  insert into renamed (table_name, column_name, old_value, new_name, until_change)
    select table_, of_column, old_value, new_value, coalesce(max(id), 0) from change;
end $$;

-- Fills a table of versions from the log, of one programme or of all: for each item and day the last image known on it,
-- until the next such day.
create function fill_versions(domain_table regclass, of_programme int default null) returns void language plpgsql as $$
declare
  table_ text := (select relname from pg_class where oid = domain_table);
  columns_ text;
  values_ text;
begin
  -- An image older than a column has no value for it: there the column's default stands.
  select string_agg(quote_ident(attname), ', ' order by attnum),
      string_agg(case
        when attname = 'programme_id' then 'c.programme_id'
        when attnotnull and d.adbin is not null and attidentity = ''
          then format('coalesce(r.%1$I, %2$s)', attname, pg_get_expr(d.adbin, d.adrelid))
        else 'r.' || quote_ident(attname) end, ', ' order by attnum)
    into columns_, values_
    from pg_attribute left join pg_attrdef d on d.adrelid = attrelid and d.adnum = attnum
    where attrelid = domain_table and attnum > 0 and not attisdropped;
  execute format('delete from history.%I where $1 is null or programme_id = $1', table_) using of_programme;
  execute format($fill$
    insert into history.%1$I (change_id, known_from, known_until, %2$s)
    select c.id, c.known_on, c.until, %3$s
    from (select *, lead(known_on) over (partition by programme_id, item order by known_on) as until
      from (select distinct on (programme_id, item, known_on) id, programme_id, item, known_on, operation,
          image_now(table_name, id, after) as after
        from change where table_name = %4$L and ($1 is null or programme_id = $1) order by programme_id, item, known_on, id desc) days) c
    cross join lateral jsonb_populate_record(null::public.%1$I, c.after) r
    where c.operation <> 'delete'$fill$, table_, columns_, values_, table_) using of_programme;
end $$;

do $$
declare t regclass;
begin
  for t in select tgrelid::regclass from pg_trigger where tgname = 'zz_change' order by tgrelid::regclass::text loop
    perform keep_history(t);
    perform fill_versions(t);
  end loop;
end $$;
drop function record_change();

-- The latest report on a milestone is found in one step, today and on any day.
drop index forecast_milestone;
create index forecast_latest on forecast (programme_id, milestone, reported_on, key);
create index on history.forecast (programme_id, milestone, reported_on, key);

-- States of spaces are found without walking the rest of the log.
create index change_space_state on change (programme_id, item, known_on, id)
  where table_name = 'space' and (before -> 'state' is distinct from after -> 'state'
    or before -> 'state_since' is distinct from after -> 'state_since');
