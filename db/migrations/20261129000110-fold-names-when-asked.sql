-- Every name of a household lay there a second time, without accents: three seconds of every import of
-- 450,000 people. Asked for are few: the heads of a commune or a village, folded when somebody asks.
alter table member_identities drop column folded;
