-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A register of thousands: what looks alike is found along an index, one for each way of being alike.

create index lab_alike on lab using gin (programme_id, lower(name ->> 'it') gin_trgm_ops);
create index lab_site on lab (programme_id, site_of(url)) where url is not null;
create index lab_place on lab (programme_id, latitude, longitude) where latitude is not null;
