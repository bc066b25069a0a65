-- Participants by whether their household received economic assistance in the month 3, 6, 12 and 24 months after the anchor.
-- REST: in the base without it. The base is those whose record with months_from_anchor = k is OBSERVED or OBSERVED_ABSENT; the others stand by observation;
-- OUTSIDE_PERIOD: the month was not ordered, or there is no anchor.
WITH register_rows AS (
    SELECT pseudonym, months_from_anchor, observation, received
    FROM outcomes
    WHERE register = 'SOS_EKB' AND months_from_anchor IN (3, 6, 12, 24)
),
states AS (
    SELECT
        participants.months_after,
        participants.measure,
        participants.workplace,
        participants.sex,
        participants.newly_arrived,
        participants.short_education,
        participants.youth,
        CASE
            WHEN register_rows.observation IS NULL THEN 'OUTSIDE_PERIOD'
            WHEN register_rows.observation NOT IN ('OBSERVED', 'OBSERVED_ABSENT') THEN register_rows.observation
            WHEN register_rows.received = 1 THEN 'RECEIVING_ASSISTANCE'
            ELSE 'REST'
        END AS state
    FROM participants
    LEFT JOIN register_rows
        ON register_rows.pseudonym = participants.pseudonym AND register_rows.months_from_anchor = participants.months_after
)
SELECT months_after, measure, workplace, sex, newly_arrived, short_education, youth, state, COUNT(*) AS persons
FROM states
GROUP BY months_after, measure, workplace, sex, newly_arrived, short_education, youth, state
ORDER BY months_after, measure, workplace, sex, newly_arrived, short_education, youth, state
