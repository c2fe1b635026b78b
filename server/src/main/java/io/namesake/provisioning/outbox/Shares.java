package io.namesake.provisioning.outbox;

/**
 * How much of what is due each receiver gets ({@link Share}), in SQL. The receiver with the fewest under way comes first, then what has been due
 * the longest, so that receivers that are silent keep no other from being told, of their own operator or of another. Once all who wait have had
 * their share, the operator with the fewest under way comes first.
 *
 * <p>Servers count what is under way on all of them together, but for what two take in the same moment: each may then give the same receiver its
 * share. It gets nothing more until it is below it again, and none of the servers gives it all places.
 *
 * @param receivers table of receivers, with {@code id} and {@code operator_id}
 * @param columns of it that the caller wants besides
 * @param told condition about a receiver
 * @param queue table of what is sent, with {@code next_attempt_at} and {@code leased_until}
 * @param receiver column of the queue: the receiver's id
 * @param key column of the queue: what is leased, of one receiver
 * @param waits condition about a row of the queue
 */
public record Shares(
        String receivers, String columns, String told, String queue, String receiver, String key, String waits) {

    /**
     * Common table expressions, the last of which is {@code due}: the key, locked, and the receiver's id and columns. Its parameters are
     * {@code :now}, {@code :most}, which is how many places the server has free, and those of {@link Share}: {@code :perReceiver},
     * {@code :perOperator} and {@code :kept}.
     */
    public String due() {
        return """
                with under_way as materialized (
                    select RECEIVER, count(*) as number from QUEUE
                    where leased_until > :now group by RECEIVER),
                receiver as materialized (
                    select id, operator_id, COLUMNS, coalesce(number, 0) as number,
                        sum(coalesce(number, 0)) over (partition by operator_id) as of_operator
                    from RECEIVERS left join under_way on RECEIVER = id
                    where TOLD),
                waiting as (
                    select receiver.id, next_attempt_at, number + place as place,
                        of_operator + row_number() over (
                            partition by operator_id order by number + place, next_attempt_at) as place_of_operator
                    from receiver cross join lateral (
                        select next_attempt_at, row_number() over (order by next_attempt_at) as place from (
                            select next_attempt_at from QUEUE
                            where RECEIVER = receiver.id and WAITS and next_attempt_at <= :now
                                and (leased_until is null or leased_until <= :now)
                            order by next_attempt_at
                            limit :most) next) one),
                turn as (
                    select id, beyond, row_number() over (
                        order by beyond, case when beyond then place_of_operator else place end, next_attempt_at) as number
                    from (select *, place > :perReceiver or place_of_operator > :perOperator as beyond from waiting) shared),
                share as materialized (
                    select id, count(*) as number from turn
                    where number <= :most - case when beyond then :kept else 0 end
                    group by id),
                due as materialized (
                    select receiver.id as receiver_id, COLUMNS, one.KEY
                    from share join receiver on receiver.id = share.id cross join lateral (
                        select KEY from QUEUE
                        where RECEIVER = share.id and WAITS and next_attempt_at <= :now
                            and (leased_until is null or leased_until <= :now)
                        order by next_attempt_at
                        limit share.number
                        for update skip locked) one
                    -- They are no more than that, but the planner, who does not know it, would read the whole table.
                    limit :most)
                """.replace("RECEIVERS", receivers)
                .replace("RECEIVER", receiver)
                .replace("COLUMNS", columns)
                .replace("TOLD", told)
                .replace("QUEUE", queue)
                .replace("KEY", key)
                .replace("WAITS", waits);
    }
}
