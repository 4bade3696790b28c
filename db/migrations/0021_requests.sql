-- SPDX-License-Identifier: AGPL-3.0-or-later

-- Whose address a sign-in link was asked for (a hash), and when; `also` names further browsers that asked while no new
-- mail was due: the link works in them too.
alter table access.attempt add column asked_for bytea;
alter table access.attempt add column asked_at timestamptz not null default now();
alter table access.attempt add column also bytea[] not null default '{}';
create index attempt_asked_for on access.attempt (asked_for, asked_at) where asked_for is not null;

-- Replies to requests that carried an Idempotency-Key: a repeated request gets the first reply and changes nothing.
-- `key_hash` covers who asked and the key, `request_hash` what was asked.
create table access.replied (
  key_hash bytea primary key,
  request_hash bytea not null,
  reply jsonb,
  replied_at timestamptz not null default now()
);
create index replied_at on access.replied (replied_at);
