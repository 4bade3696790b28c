-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What a programme stands on: agreements with their parties, contributions and obligations; organisations and events around it.

-- A programme may have words of its own for its areas, its zones and its periphery.
alter table programme add column area_term bilingual;
alter table programme add column areas_term bilingual;
alter table programme add column zone_term bilingual;
alter table programme add column periphery_term bilingual;

alter table organisation add column sector bilingual;
alter table organisation add column zone item_key;
alter table organisation add column partner text check (partner in ('founding', 'later'));
alter table organisation add foreign key (programme_id, zone) references zone;
-- What belongs to no single area is the whole's: it is shown as such, not counted and not numbered among the areas.
alter table area add column whole boolean not null default false;
alter table area add column lead item_key;
alter table area add column lead_person text;
alter table area add foreign key (programme_id, lead) references organisation;

create table agreement (
  programme_id int not null references programme,
  key item_key not null,
  kind text not null check (kind in ('programme-agreement', 'protocol', 'convention', 'partnership')),
  name bilingual not null,
  summary bilingual,
  area item_key,
  signed_on date,
  signed_precision date_precision,
  runs_until date,
  runs_precision date_precision,
  total_eur money_eur,
  url text check (url ~ '^https?://'),
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, area) references area,
  foreign key (programme_id, source) references source,
  check ((signed_on is null) = (signed_precision is null)),
  check ((runs_until is null) = (runs_precision is null)),
  check (fits_precision(signed_on, signed_precision) and fits_precision(runs_until, runs_precision)),
  check (runs_until >= signed_on)
);

create table agreement_party (
  programme_id int not null references programme,
  key item_key not null,
  agreement item_key not null,
  organisation item_key not null,
  part text not null check (part in ('promoter', 'lead', 'funder', 'participant')),
  commitment bilingual,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  unique (programme_id, agreement, organisation, part),
  foreign key (programme_id, agreement) references agreement,
  foreign key (programme_id, organisation) references organisation,
  foreign key (programme_id, source) references source
);

create table contribution (
  programme_id int not null references programme,
  key item_key not null,
  agreement item_key not null,
  organisation item_key,
  name bilingual not null,
  origin text not null check (origin in ('public', 'private')),
  form text not null check (form in ('cash', 'in-kind')),
  amount_eur money_eur,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, agreement) references agreement,
  foreign key (programme_id, organisation) references organisation,
  foreign key (programme_id, source) references source,
  check (form = 'in-kind' or amount_eur is not null)
);

-- Where an agreement declares its total, the contributions add up to it, to the cent.
create function add_up_contributions() returns trigger language plpgsql as $$
declare
  row_ jsonb;
  agreement_ text;
  declared numeric;
  added numeric;
begin
  foreach row_ in array array_remove(array[to_jsonb(old), to_jsonb(new)], null) loop
    agreement_ := row_ ->> case tg_table_name when 'agreement' then 'key' else 'agreement' end;
    declared := (select total_eur from agreement where programme_id = (row_ ->> 'programme_id')::int and key = agreement_);
    added := (select sum(amount_eur) from contribution where programme_id = (row_ ->> 'programme_id')::int and agreement = agreement_);
    if declared is not null and added is not null and declared <> added then
      raise exception 'contributions of % add up to % €, not to the declared total of % €', agreement_, added, declared
        using errcode = 'check_violation', hint = 'total';
    end if;
  end loop;
  return null;
end $$;
create constraint trigger total after insert or update or delete on contribution deferrable initially deferred
  for each row execute function add_up_contributions();
create constraint trigger total after insert or update on agreement deferrable initially deferred
  for each row execute function add_up_contributions();

-- What is owed under an agreement. Its deadline is a date, or so many months (or days) after an event: the signing of the
-- agreement, or the fulfilment of another obligation. The milestone it points to is its place in the plan.
create table obligation (
  programme_id int not null references programme,
  key item_key not null,
  agreement item_key not null,
  position int not null check (position > 0),
  name bilingual not null,
  summary bilingual,
  owed_by item_key,
  owed_to item_key,
  milestone item_key not null,
  due_on date,
  due_precision date_precision,
  after_event text check (after_event in ('signing', 'obligation')),
  after_obligation item_key,
  after_months int check (after_months > 0),
  after_days int check (after_days > 0),
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  unique (programme_id, milestone),
  foreign key (programme_id, agreement) references agreement,
  foreign key (programme_id, owed_by) references organisation,
  foreign key (programme_id, owed_to) references organisation,
  foreign key (programme_id, milestone) references milestone,
  foreign key (programme_id, after_obligation) references obligation deferrable initially deferred,
  foreign key (programme_id, source) references source,
  check ((due_on is null) = (due_precision is null)),
  check (fits_precision(due_on, due_precision)),
  -- A deadline is given once: as a date or as a span after an event, and a span is after something.
  check ((due_on is null) <> (after_event is null)),
  check ((after_event is null) = (after_months is null and after_days is null)),
  check (after_months is null or after_days is null),
  check ((after_event is not distinct from 'obligation') = (after_obligation is not null))
);
create constraint trigger derivation after insert or update on obligation deferrable initially deferred
  for each row when (new.after_obligation is not null) execute function refuse_circle('key', 'after_obligation');

create table event (
  programme_id int not null references programme,
  key item_key not null,
  kind text not null check (kind in ('roadshow', 'competition', 'forum', 'launch', 'listening', 'other')),
  name bilingual not null,
  theme bilingual,
  summary bilingual,
  state text not null check (state in ('announced', 'held', 'cancelled')),
  held_on date,
  held_precision date_precision,
  place text,
  zone item_key,
  area item_key,
  position int not null default 1 check (position > 0),
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, zone) references zone,
  foreign key (programme_id, area) references area,
  foreign key (programme_id, source) references source,
  check ((held_on is null) = (held_precision is null)),
  check (fits_precision(held_on, held_precision))
);

-- A panel, a speech or a prize: who spoke on what, in a public role.
create table event_session (
  programme_id int not null references programme,
  key item_key not null,
  event item_key not null,
  position int not null check (position > 0),
  name bilingual not null,
  speakers text,
  summary bilingual,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  unique (programme_id, event, position) deferrable initially deferred,
  foreign key (programme_id, event) references event,
  foreign key (programme_id, source) references source
);

select keep_history(t::regclass) from unnest(array['programme', 'organisation', 'area', 'agreement', 'agreement_party', 'contribution',
  'obligation', 'event', 'event_session']) t;
