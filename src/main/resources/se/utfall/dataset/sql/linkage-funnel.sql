-- Persons sent and not recalled, by register, period and what is known of them.
SELECT register, period, delivery, source_status, observation, COUNT(*) AS persons
FROM outcomes
GROUP BY register, period, delivery, source_status, observation
ORDER BY register, period, delivery, source_status, observation
