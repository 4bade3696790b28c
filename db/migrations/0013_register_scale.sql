-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A register of thousands: what looks alike is found along an index, one for each way of being alike. The register is read
-- far more often than written, so no index keeps a list of what is still to be sorted in: searches would read it all.

alter index lab_sought set (fastupdate = off);
alter index lab_services set (fastupdate = off);
alter index machine_materials set (fastupdate = off);
create index lab_alike on lab using gin (programme_id, lower(name ->> 'it') gin_trgm_ops) with (fastupdate = off);
create index lab_site on lab (programme_id, site_of(url)) where url is not null;
create index lab_place on lab (programme_id, latitude, longitude) where latitude is not null;
