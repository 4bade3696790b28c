-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What becomes of an award: agreement, keys, opening, jobs, payments, checks, and how it ended.

alter table award
  add column signed_on date,
  add column signed_act text check (length(signed_act) between 1 and 200),
  add column keys_on date,
  add column opened_on date,
  add column jobs_expected int check (jobs_expected >= 0),
  add column jobs int check (jobs >= 0),
  add column jobs_counted_on date,
  add column ended_on date,
  add column ended_as text check (ended_as in ('gave-up', 'revoked', 'term-ended')),
  add column ended_act text check (length(ended_act) between 1 and 200),
  add column ended_reason bilingual,
  add check ((signed_on is null) = (signed_act is null)),
  add check (keys_on is null or space is not null),
  add check ((jobs is null) = (jobs_counted_on is null)),
  add check ((ended_on is null) = (ended_as is null)),
  add check (ended_on is not null or num_nulls(ended_act, ended_reason) = 2);
create index award_organisation on award (programme_id, organisation) where organisation is not null;
create index award_space on award (programme_id, space) where space is not null;

create table payment (
  programme_id int not null references programme,
  key item_key not null,
  award item_key not null,
  kind text not null check (kind in ('advance', 'balance', 'other')),
  amount_eur money_eur not null check (amount_eur > 0),
  paid_on date not null,
  act text check (length(act) between 1 and 200),
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  foreign key (programme_id, award) references award,
  foreign key (programme_id, source) references source
);
create index payment_award on payment (programme_id, award);

-- No more is paid than was awarded.
create function stay_within_award() returns trigger language plpgsql as $$
declare
  row_ jsonb := to_jsonb(new);
  award_ text := row_ ->> case tg_table_name when 'award' then 'key' else 'award' end;
  held numeric := (select amount_eur from award where programme_id = new.programme_id and key = award_);
  paid numeric := (select sum(amount_eur) from payment where programme_id = new.programme_id and award = award_);
begin
  if paid > coalesce(held, 0) then
    raise exception 'payments of % add up to % €, more than its % €', award_, paid, coalesce(held, 0)
      using errcode = 'check_violation', hint = 'total';
  end if;
  return null;
end $$;
create constraint trigger total after insert or update on payment deferrable initially deferred
  for each row execute function stay_within_award();
create constraint trigger total after update of amount_eur on award deferrable initially deferred
  for each row execute function stay_within_award();

-- What was found when somebody went to look, so many months after the opening.
create table award_check (
  programme_id int not null references programme,
  key item_key not null,
  award item_key not null,
  months int not null check (months between 1 and 120),
  checked_on date not null,
  outcome text not null check (outcome in ('passed', 'with-remarks', 'failed')),
  words bilingual,
  source item_key,
  note bilingual,
  primary key (programme_id, key),
  unique (programme_id, award, months),
  foreign key (programme_id, award) references award,
  foreign key (programme_id, source) references source,
  check (outcome = 'passed' or words is not null)
);

-- By which tax code and VAT number a firm that was awarded something is found again; never public, and outside the log.
create table access.firm (
  programme_id int not null references programme,
  organisation text not null,
  tax_code text not null,
  vat_number text not null,
  primary key (programme_id, organisation)
);
create index firm_tax_code on access.firm (programme_id, tax_code);
create index firm_vat_number on access.firm (programme_id, vat_number);

select keep_history(t::regclass) from unnest(array['award', 'payment', 'award_check']) t;

-- What belongs to an award in the log, for its version and its history.
create index change_award on change (programme_id, (coalesce(after, before) ->> 'award'), id)
  where coalesce(after, before) ->> 'award' is not null;
