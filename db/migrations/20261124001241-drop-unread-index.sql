-- Names of members are looked up within a household, or within the households of a village: no
-- question goes through the names of the whole province, and this index took two fifths of the time
-- of writing identities (450,000 of them: 5.0 s with it, 3.1 s without).
drop index member_identities_name;
