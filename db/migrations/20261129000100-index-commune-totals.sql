-- Who asks across a whole round asks for its communes: of 100,000 totals 4,000. The villages, which are
-- reached by the key, need not be kept in a second order.
drop index review_totals_round;
create index review_totals_commune on review_totals (round_id, mark) where unit_id = commune_id;
