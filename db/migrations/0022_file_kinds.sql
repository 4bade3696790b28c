-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Kinds of file that a call run here takes with an application.
create domain file_kinds as text[] check (value <@ array['pdf', 'p7m', 'image', 'office', 'doc', 'rtf', 'csv', 'xml', 'zip']
  and cardinality(value) > 0);
alter table call add column file_kinds file_kinds not null default '{pdf,p7m,image,office}';
select keep_history('call');
