-- Off-round requests: where the household lives, who entered and who decided (never the same
-- person), and the paper as it was signed. Standards: a version, so that two hands do not cross.

alter table class_requests
  add column village_id uuid not null,
  add column code text not null,              -- of the household, as shown to people
  add column person_id uuid not null,         -- who entered it; may not decide it
  add column surveyed_on date,
  add column surveyor_name text,
  add column because text,                    -- the working of the result, in words
  add column version integer not null default 0,
  add column decided_by uuid,
  add column document jsonb,                  -- the paper as it was signed
  add column fingerprint text,
  add check (decided_by is null or decided_by <> person_id),
  add check ((document is null) = (decided_on is null));
-- Certificates, decisions and refusals are each numbered from 1 in a commune's year.
create unique index class_requests_number on class_requests
  (commune_id, (extract(year from decided_on)),
   (case when not granted then 'CV' when result = 'not-poor' then 'QĐ' else 'GCN' end), number)
  where decided_on is not null;
create index class_requests_open on class_requests (commune_id, due_on) where decided_on is null;
create index class_requests_month on class_requests (commune_id, received_on);

-- A decided request stays as it was signed.
create trigger class_requests_frozen before update on class_requests
  for each row when (old.decided_on is not null) execute function refuse_rewriting();

alter table poverty_standards add column version integer not null default 0;
