-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The table takes the glossary's name, and so do its constraints (with their indexes), whatever Postgres called them.
alter table access.plafond rename to first_come_fund;
do $$
declare
  old text;
begin
  for old in select conname from pg_constraint where conrelid = 'access.first_come_fund'::regclass and conname like 'plafond%' loop
    execute format('alter table access.first_come_fund rename constraint %I to %I', old, 'first_come_fund' || substr(old, 8));
  end loop;
end $$;
