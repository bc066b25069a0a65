-- Participants by whether their household received economic assistance in the month 3, 6, 12 and 24 months after the anchor.
-- REST: in the base without it. The base is those whose record with months_from_anchor = k is OBSERVED or OBSERVED_ABSENT; the others stand by observation;
-- OUTSIDE_PERIOD: the month was not ordered, or there is no anchor.
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
),
register_rows AS (
    SELECT pseudonym, months_from_anchor, observation, received
    FROM outcomes
    WHERE register = 'SOS_EKB' AND months_from_anchor IN (3, 6, 12, 24)
),
states AS (
    SELECT
        months.months_after,
        persons.measure,
        persons.workplace,
        persons.sex,
        persons.newly_arrived,
        persons.short_education,
        persons.youth,
        CASE
            WHEN register_rows.observation IS NULL THEN 'OUTSIDE_PERIOD'
            WHEN register_rows.observation NOT IN ('OBSERVED', 'OBSERVED_ABSENT') THEN register_rows.observation
            WHEN register_rows.received = 1 THEN 'RECEIVING_ASSISTANCE'
            ELSE 'REST'
        END AS state
    FROM persons
    CROSS JOIN months
    LEFT JOIN register_rows
        ON register_rows.pseudonym = persons.pseudonym AND register_rows.months_from_anchor = months.months_after
)
SELECT months_after, measure, workplace, sex, newly_arrived, short_education, youth, state, COUNT(*) AS persons
FROM states
GROUP BY months_after, measure, workplace, sex, newly_arrived, short_education, youth, state
ORDER BY months_after, measure, workplace, sex, newly_arrived, short_education, youth, state
