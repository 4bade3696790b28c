-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Money: funds from their sources to areas and zones, earmarks, the history of a call's budget, figures chosen among several.

-- A sum that comes from somewhere: what was planned, what of it was committed, what of that was paid.
create table fund (
  programme_id int not null references programme,
  key item_key not null,
  name bilingual not null,
  origin text not null check (origin in ('public', 'private')),
  organisation item_key,
  agreement item_key,
  amount_eur money_eur not null,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, organisation) references organisation,
  foreign key (programme_id, agreement) references agreement,
  foreign key (programme_id, source) references source
);

-- A part of a fund that goes to an area, a zone, a milestone, a call or a recipient, as far as each is known.
create table allocation (
  programme_id int not null references programme,
  key item_key not null,
  fund item_key not null,
  name bilingual not null,
  area item_key,
  zone item_key,
  milestone item_key,
  call item_key,
  organisation item_key,
  recipient bilingual,
  planned_eur money_eur not null,
  committed_eur money_eur,
  paid_eur money_eur,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, fund) references fund,
  foreign key (programme_id, area) references area,
  foreign key (programme_id, zone) references zone,
  foreign key (programme_id, milestone) references milestone,
  foreign key (programme_id, call) references call,
  foreign key (programme_id, organisation) references organisation,
  foreign key (programme_id, source) references source,
  check (committed_eur <= planned_eur),
  check (paid_eur <= committed_eur)
);
create index allocation_fund on allocation (programme_id, fund);

-- No more is allocated than there is.
create function stay_within_fund() returns trigger language plpgsql as $$
declare
  row_ jsonb := to_jsonb(new);
  fund_ text := row_ ->> case tg_table_name when 'fund' then 'key' else 'fund' end;
  held numeric := (select amount_eur from fund where programme_id = new.programme_id and key = fund_);
  planned numeric := (select sum(planned_eur) from allocation where programme_id = new.programme_id and fund = fund_);
begin
  if planned > held then
    raise exception 'allocations of % add up to % €, more than its % €', fund_, planned, held
      using errcode = 'check_violation', hint = 'total';
  end if;
  return null;
end $$;
create constraint trigger total after insert or update on allocation deferrable initially deferred
  for each row execute function stay_within_fund();
create constraint trigger total after insert or update on fund deferrable initially deferred
  for each row execute function stay_within_fund();

-- A share of a base that must go somewhere ("40 % of public funds to the Mezzogiorno").
create table earmark (
  programme_id int not null references programme,
  key item_key not null,
  name bilingual not null,
  base text not null check (base in ('public', 'private', 'all')),
  destination text not null check (destination in ('periphery', 'area', 'zone')),
  area item_key,
  zone item_key,
  share share not null,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, area) references area,
  foreign key (programme_id, zone) references zone,
  foreign key (programme_id, source) references source,
  check ((destination = 'area') = (area is not null)),
  check ((destination = 'zone') = (zone is not null))
);

alter table call add column procedure text check (procedure in ('ranking', 'first-come', 'negotiated'));
alter table call add column grant_min_eur money_eur;
alter table call add column projects_started int check (projects_started >= 0);
alter table call add check (grant_min_eur <= grant_max_eur);

-- What a call's budget was, from when on, and by which document.
create table call_budget (
  programme_id int not null references programme,
  key item_key not null,
  call item_key not null,
  number int not null check (number > 0),
  amount_eur money_eur not null,
  set_on date,
  set_precision date_precision,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  unique (programme_id, call, number),
  foreign key (programme_id, call) references call,
  foreign key (programme_id, source) references source,
  check ((set_on is null) = (set_precision is null)),
  check (fits_precision(set_on, set_precision))
);

create table call_criterion (
  programme_id int not null references programme,
  key item_key not null,
  call item_key not null,
  position int not null check (position > 0),
  name bilingual not null,
  weight numeric(6, 2) check (weight > 0),
  rewarded boolean not null default false,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  unique (programme_id, call, position) deferrable initially deferred,
  foreign key (programme_id, call) references call,
  foreign key (programme_id, source) references source
);

create table call_beneficiary (
  programme_id int not null references programme,
  key item_key not null,
  call item_key not null,
  kind text not null check (kind in ('firm', 'research', 'university', 'public', 'other')),
  number int check (number >= 0),
  name bilingual not null,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, call) references call,
  foreign key (programme_id, source) references source
);

-- Where documents disagree, the programme says which value it uses.
alter table measurement add column chosen boolean not null default false;
alter table measurement add constraint measurement_chosen
  exclude using btree (programme_id with =, indicator with =, measured_on with =)
  where (chosen and zone is null) deferrable initially deferred;

select keep_history(t::regclass) from unnest(array['fund', 'allocation', 'earmark', 'call', 'call_budget', 'call_criterion',
  'call_beneficiary', 'measurement']) t;
