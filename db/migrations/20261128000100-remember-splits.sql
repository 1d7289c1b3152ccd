-- Which household a new one split off from. One that splits from a poor household after the review
-- was recognised has no row of its own yet: next year's review must know whom to ask about.
alter table households add split_from uuid;
