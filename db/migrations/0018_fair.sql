-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A firm has one place in a fund that is given out in the order of arrival, however many accounts ask in its name.

alter table access.admission add column tax_code text, add column vat_number text;

create function pg_temp.plain(given text) returns text language sql immutable as $$
  select regexp_replace(regexp_replace(upper(given), '[\s.-]', '', 'g'), '^IT(?=\d{11}$)', '')
$$;
-- Of those that came before, the first in each name.
update access.admission d set tax_code = f.tax_code from (
  select distinct on (programme_id, call, tax_code) programme_id, call, arrival, tax_code from (
    select e.programme_id, e.call, e.arrival, pg_temp.plain(a.submitted #>> '{firm,taxCode}') as tax_code
    from access.admission e join access.application a using (application_id) where e.state in ('admitted', 'waiting')) named
  order by programme_id, call, tax_code, arrival) f
where (d.programme_id, d.call, d.arrival) = (f.programme_id, f.call, f.arrival);
update access.admission d set vat_number = f.vat_number from (
  select distinct on (programme_id, call, vat_number) programme_id, call, arrival, vat_number from (
    select e.programme_id, e.call, e.arrival, pg_temp.plain(a.submitted #>> '{firm,vatNumber}') as vat_number
    from access.admission e join access.application a using (application_id) where e.state in ('admitted', 'waiting')) named
  order by programme_id, call, vat_number, arrival) f
where (d.programme_id, d.call, d.arrival) = (f.programme_id, f.call, f.arrival);

create unique index admission_tax_code on access.admission (programme_id, call, tax_code) where state in ('admitted', 'waiting');
create unique index admission_vat_number on access.admission (programme_id, call, vat_number) where state in ('admitted', 'waiting');

-- Why money of a fund was taken back stands in the dossier of the application.
alter table access.application_record drop constraint application_record_kind_check,
  add constraint application_record_kind_check check (kind in ('replaced', 'withdrawn', 'excluded', 'readmitted', 'request',
    'answer', 'objection', 'decision', 'bonus-refused', 'released'));

-- A mark is that of one's own attempt: another may have the same.
alter table access.application drop constraint application_programme_id_call_idempotency_key_key;

-- Who of the evaluators has confirmed what was written down as agreed on; without all of them it counts for nothing.
create table access.consensus_confirmed (
  application_id int not null references access.application on delete cascade,
  account_id int not null references access.account on delete cascade,
  confirmed_at timestamptz not null default clock_timestamp(),
  primary key (application_id, account_id)
);

-- What was refused and then withdrawn has no place any more: it may come again.
update access.admission d set state = 'released' from access.application a
where a.application_id = d.application_id and a.state = 'withdrawn' and d.state = 'refused';

-- Points that others have seen stand, also where somebody else is named afterwards.
alter table access.score add column fixed boolean not null default false;
