-- The last event when the file was read: what changed a household since refuses its commune.
alter table household_imports add seen_event bigint not null default 0;
