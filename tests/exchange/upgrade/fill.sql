-- SPDX-License-Identifier: AGPL-3.0-or-later
-- One row for each table that neither the packages nor the sample city fill.

create temp table city as select programme_id from programme where key = 'citta-campione';
create temp table application as select min(application_id) as id from access.application;
create temp table given as select repeat('a', 64) as hash, '\x01'::bytea as bytes, now() + interval '1 day' as later;

insert into closing (programme_id, key, milestone, number, done_on, done_precision, proposed_on, state, answered_on, answer)
select programme_id, key || '.c1', key, 1, done_on, done_precision, city_day(), 'sent-back', city_day(), '{"it": "Manca la prova.", "en": "The evidence is missing."}'
from milestone join city using (programme_id) where done_on is not null order by key limit 3;
insert into cycle_review (programme_id, key, cycle, learnt)
select programme_id, key || '.review', key, '{"it": "Servono scadenze più vicine."}' from cycle join city using (programme_id) where closed_on is not null order by key limit 1;
insert into lab_photo (programme_id, key, lab, position, alt, file_hash, file_type, file_bytes)
select programme_id, key || '.p1', key, 1, '{"it": "Il banco delle stampanti"}', hash, 'image/webp', 1000 from lab join city using (programme_id), given order by key limit 1;
insert into space_file (programme_id, key, space, kind, position, alt, file_hash, file_type, file_bytes)
select programme_id, key || '.f1', key, 'plan', 1, '{"it": "Pianta del piano terra"}', hash, 'image/webp', 1000 from space join city using (programme_id), given order by key limit 1;

insert into access.account (name, email, feed_hash) select 'Ada Prova', 'ada@comune.example', bytes from given;
create temp table ada as select account_id from access.account where email = 'ada@comune.example';
insert into access.role (account_id, role, office) select account_id, 'administrator', 'Ufficio prova' from ada;
insert into access.session (hash, account_id, means, device, ends_at) select bytes, account_id, 'link', 'Firefox', later from ada, given;
insert into access.attempt (hash, browser_hash, means, expires_at) select bytes, bytes, 'link', later from given;
insert into access.identity (issuer, subject, account_id) select 'https://login.example', 'ada', account_id from ada;
insert into access.passkey (credential, account_id, public_key, counter, transports, name) select 'one', account_id, bytes, 1, '{usb}', 'Chiave' from ada, given;
insert into access.invitation (hash, email, programme_id, role, areas, office, expires_at)
select bytes, 'bruno@comune.example', programme_id, 'official', '{a1}', 'Ufficio prova', later from city, given;
insert into access.rate values ('link:1', 3, now());
insert into access.mail (once, recipient, subject, body) values ('one', 'ada@comune.example', 'Prova', 'Testo');
insert into access.reminder select account_id, once, mail_id from ada, access.mail;
insert into access.lab_contact (programme_id, lab, name, email) select programme_id, key, 'Carla', 'carla@lab.example' from lab join city using (programme_id) order by key limit 1;
insert into access.lab_document (programme_id, lab, requirement, file_hash, file_name, file_type, file_bytes)
select programme_id, key, 'statute', hash, 'statuto.pdf', 'application/pdf', 1000 from lab join city using (programme_id), given order by key limit 1;
insert into access.request (hash, programme_id, kind, content, name, email) select bytes, programme_id, 'need', '{}', 'Dario', 'dario@ditta.example' from city, given;
insert into access.request_lab (request_id, programme_id, lab, state)
select request_id, r.programme_id, l.key, 'asked' from access.request r join lab l using (programme_id) order by l.key limit 1;
insert into access.space_place (programme_id, space, address, latitude, longitude)
select programme_id, key, 'Via Prova 1', 45.46, 9.19 from space join city using (programme_id) order by key limit 1;
insert into access.call_question (programme_id, call, account_id, language, words)
select programme_id, key, account_id, 'it', 'Chi può chiedere?' from call join city using (programme_id), ada order by key limit 1;
insert into access.evaluator (programme_id, call, account_id) select programme_id, key, account_id from call join city using (programme_id), ada order by key limit 1;
insert into access.round (programme_id, call) select programme_id, key from call join city using (programme_id) order by key limit 1;
insert into access.application_file (application_id, name, file_hash, file_type, file_bytes)
select id, 'progetto.pdf', hash, 'application/pdf', 1000 from application, given;
insert into access.conflict (application_id, account_id, reason) select id, account_id, 'Ha lavorato con la ditta.' from application, ada;
insert into access.consensus_confirmed (application_id, account_id) select id, account_id from application, ada;
insert into access.score (application_id, account_id, criterion, points, reason) select id, account_id, 'idea', 7, 'Chiara.' from application, ada;
insert into access.score_before (application_id, account_id, criterion, points, given_at) select id, account_id, 'idea', 6, now() from application, ada;
drop table city, application, given, ada;
