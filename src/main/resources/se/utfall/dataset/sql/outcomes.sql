-- The dataset: one row per person, register and period. Sorted by pseudonym, so that the order of rows says nothing of running numbers.
SELECT *
FROM outcomes
ORDER BY pseudonym, register, period_start
