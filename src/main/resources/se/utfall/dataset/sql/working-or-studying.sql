-- Participants by what is known of them 3, 6, 12 and 24 months after the anchor: the persons whose BAS record with months_from_anchor = k is OBSERVED or
-- OBSERVED_ABSENT are the base of the share; the others stand beside it by observation; OUTSIDE_PERIOD: the month was not ordered, or there is no anchor.
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
    SELECT DISTINCT pseudonym, COALESCE(workplace, 'UNKNOWN') AS workplace, COALESCE(sex, 'UNKNOWN') AS sex
    FROM outcomes
    WHERE cohort_role = 'PARTICIPANT'
),
bas AS (
    SELECT pseudonym, months_from_anchor, observation, employed, in_studies
    FROM outcomes
    WHERE register = 'SCB_BAS' AND months_from_anchor IN (3, 6, 12, 24)
),
states AS (
    SELECT
        months.months_after,
        persons.workplace,
        persons.sex,
        CASE
            WHEN bas.observation IS NULL THEN 'OUTSIDE_PERIOD'
            WHEN bas.observation NOT IN ('OBSERVED', 'OBSERVED_ABSENT') THEN bas.observation
            WHEN bas.employed = 1 OR bas.in_studies = 1 THEN 'WORKING_OR_STUDYING'
            WHEN bas.employed IS NULL AND bas.in_studies IS NULL THEN 'NO_STATEMENT'
            ELSE 'NOT_WORKING_OR_STUDYING'
        END AS state
    FROM persons
    CROSS JOIN months
    LEFT JOIN bas ON bas.pseudonym = persons.pseudonym AND bas.months_from_anchor = months.months_after
)
SELECT months_after, workplace, sex, state, COUNT(*) AS persons
FROM states
GROUP BY months_after, workplace, sex, state
ORDER BY months_after, workplace, sex, state
