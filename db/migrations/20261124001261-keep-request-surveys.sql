-- Who surveyed may not decide either; and a household has one open request at a time.

alter table class_requests
  add column surveyed_by uuid,
  add column class_before text not null check (class_before in ('poor', 'near-poor', 'not-poor')),
  add check (decided_by is null or surveyed_by is null or decided_by <> surveyed_by);
create unique index class_requests_one on class_requests (household_id) where decided_on is null;
