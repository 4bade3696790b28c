-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The plan: areas, initiatives, cycles, milestones, and the promises made for them.

create table area (
  programme_id int not null references programme,
  key item_key not null,
  position int not null check (position > 0),
  name bilingual not null,
  summary bilingual not null,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  unique (programme_id, position) deferrable initially deferred,
  foreign key (programme_id, source) references source
);

create table initiative (
  programme_id int not null references programme,
  key item_key not null,
  area item_key not null,
  position int not null check (position > 0),
  existing boolean not null,
  name bilingual not null,
  summary bilingual,
  zone item_key,
  owner item_key,
  amount_eur money_eur,
  starts_on date,
  ends_on date,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, area) references area,
  foreign key (programme_id, zone) references zone,
  foreign key (programme_id, owner) references organisation,
  foreign key (programme_id, source) references source,
  check (ends_on >= starts_on)
);

create table cycle (
  programme_id int not null references programme,
  key item_key not null,
  name bilingual not null,
  starts_on date not null,
  ends_on date not null,
  adopted_on date,
  adopted_act text,
  closed_on date,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, source) references source,
  check (ends_on > starts_on),
  check (closed_on >= adopted_on)
);

-- The cycle a programme opens on when none is under way.
alter table programme add column lead_cycle item_key;
alter table programme add foreign key (programme_id, lead_cycle) references cycle deferrable initially deferred;

create table milestone (
  programme_id int not null references programme,
  key item_key not null,
  cycle item_key not null,
  area item_key not null,
  initiative item_key,
  position int not null default 1 check (position > 0),
  name bilingual not null,
  summary bilingual,
  weight numeric(6, 2) not null default 1 check (weight > 0),
  owner item_key,
  zone item_key,
  done_on date,
  done_precision date_precision,
  outcome bilingual,
  withdrawn_on date,
  withdrawn_reason bilingual,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, cycle) references cycle,
  foreign key (programme_id, area) references area,
  foreign key (programme_id, initiative) references initiative,
  foreign key (programme_id, owner) references organisation,
  foreign key (programme_id, zone) references zone,
  foreign key (programme_id, source) references source,
  check ((done_on is null) = (done_precision is null)),
  check (fits_precision(done_on, done_precision)),
  check ((withdrawn_on is null) = (withdrawn_reason is null)),
  check (done_on is null or withdrawn_on is null)
);
create index milestone_cycle on milestone (programme_id, cycle, area);

create table milestone_dependency (
  programme_id int not null references programme,
  key item_key not null,
  milestone item_key not null,
  depends_on item_key not null,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  unique (programme_id, milestone, depends_on),
  foreign key (programme_id, milestone) references milestone,
  foreign key (programme_id, depends_on) references milestone,
  foreign key (programme_id, source) references source
);
create constraint trigger web after insert or update on milestone_dependency deferrable initially deferred
  for each row execute function refuse_circle('milestone', 'depends_on');

-- A date given for a milestone. Number 1 is the first promise; each later one is a re-plan, and says why.
create table promise (
  programme_id int not null references programme,
  key item_key not null,
  milestone item_key not null,
  number int not null check (number > 0),
  due_on date not null,
  due_precision date_precision not null default 'day',
  made_on date not null,
  reason bilingual,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  unique (programme_id, milestone, number),
  foreign key (programme_id, milestone) references milestone,
  foreign key (programme_id, source) references source,
  check (fits_precision(due_on, due_precision)),
  check ((number = 1) = (reason is null))
);
create trigger append_only before update or delete on promise for each row execute function refuse_rewriting();

create function follow_promise_before() returns trigger language plpgsql as $$
begin
  if new.made_on > city_day() then
    raise exception 'promise % of % is made on %, in the future', new.number, new.milestone, new.made_on
      using errcode = 'check_violation', hint = 'promise-order';
  end if;
  if new.number > 1 and not exists (select from promise where programme_id = new.programme_id
      and milestone = new.milestone and number = new.number - 1 and made_on <= new.made_on) then
    raise exception 'promise % of % does not follow promise % in number and day', new.number, new.milestone, new.number - 1
      using errcode = 'check_violation', hint = 'promise-order';
  end if;
  return null;
end $$;
create trigger in_order after insert on promise for each row execute function follow_promise_before();

create table forecast (
  programme_id int not null references programme,
  key item_key not null,
  milestone item_key not null,
  reported_on date not null,
  expected_on date not null,
  expected_precision date_precision not null default 'day',
  reason bilingual,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, milestone) references milestone,
  foreign key (programme_id, source) references source,
  check (fits_precision(expected_on, expected_precision))
);
create index forecast_milestone on forecast (programme_id, milestone, reported_on);
create trigger append_only before update or delete on forecast for each row execute function refuse_rewriting();

create table evidence (
  programme_id int not null references programme,
  key item_key not null,
  milestone item_key not null,
  kind text not null check (kind in ('document', 'link')),
  name bilingual not null,
  url text check (url ~ '^https?://'),
  issued_on date,
  issued_precision date_precision,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, milestone) references milestone,
  foreign key (programme_id, source) references source,
  check (kind = 'document' or url is not null),
  check (fits_precision(issued_on, issued_precision)),
  check ((issued_on is null) = (issued_precision is null))
);
create index evidence_milestone on evidence (programme_id, milestone);

select keep_history(t::regclass) from unnest(array['programme', 'area', 'initiative', 'cycle', 'milestone', 'milestone_dependency',
  'promise', 'forecast', 'evidence']) t;
