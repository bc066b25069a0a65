-- The view participants: a row for each participant and each of the months 3, 6, 12 and 24 after the anchor, with the groups of the tables.
-- Create it as a view before the queries of single tables are run.
WITH months AS (
    SELECT 3 AS months_after
    UNION ALL
    SELECT 6 AS months_after
    UNION ALL
    SELECT 12 AS months_after
    UNION ALL
    SELECT 24 AS months_after
),
persons AS (
    SELECT DISTINCT
        pseudonym,
        COALESCE(measure, 'UNKNOWN') AS measure,
        COALESCE(workplace, 'UNKNOWN') AS workplace,
        COALESCE(sex, 'UNKNOWN') AS sex,
        CASE
            WHEN newly_arrived IS NULL THEN 'UNKNOWN'
            WHEN newly_arrived = 1 THEN '1'
            ELSE '0'
        END AS newly_arrived,
        CASE
            WHEN education_level IS NULL OR education_level = '9' THEN 'UNKNOWN'
            WHEN education_level IN ('1', '2') THEN '1'
            ELSE '0'
        END AS short_education,
        CASE
            WHEN age_band IS NULL THEN 'UNKNOWN'
            WHEN age_band = '16-24' THEN '1'
            ELSE '0'
        END AS youth
    FROM outcomes
    WHERE cohort_role = 'PARTICIPANT'
)
SELECT
    persons.pseudonym,
    months.months_after,
    persons.measure,
    persons.workplace,
    persons.sex,
    persons.newly_arrived,
    persons.short_education,
    persons.youth
FROM persons
CROSS JOIN months
