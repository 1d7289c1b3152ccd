-- What a village meeting was told, household by household and without names: while these are
-- still the results, its agreement holds; when one changes, the village meets again.
alter table village_meetings
  add column results jsonb not null default '[]',
  add column began text check (began ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add column ended text check (ended ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
create index village_meetings_village on village_meetings (commune_id, round_id, village_id, at);

-- Decree 30/2020, article 15: a number is given once a year.
create unique index review_recognitions_number
  on review_recognitions (commune_id, (extract(year from issued_on)), number);
