package io.namesake.registry;

import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another SIM for a line in somebody's name. An application asks for it, its verification by whoever holds the line allows it,
 * and for some hours the operator can then make it, once ({@link SimChangeRule}). What writes joins the caller's transaction and
 * fails where there is none.
 */
public interface SimChanges {

    /**
     * Notes that an application is to verify the holder for this very SIM.
     *
     * @param kind {@link EquipmentKind#ICCID} or {@link EquipmentKind#EID}
     * @param written as people write it, at most 400 characters
     * @throws io.namesake.problem.Problem {@code request-invalid} for what is no such number
     * @throws LineTaken when the operator has no such line in a verified holder's name
     */
    void ask(OperatorId operator, LineIdentifier line, UUID applicationId, EquipmentKind kind, String written);

    /**
     * Allows what the application asked for. If the person is the holder themselves, they stand for the line once more, and
     * {@link LineRegistered} says so.
     *
     * @param applicationId a verified application; nobody else may call this
     * @param person as their document names them
     * @return the registry's holder
     * @throws LineTaken when the line is not this person's, nor their organisation's; nothing was changed, and the caller's
     *     transaction can go on
     */
    UUID verified(UUID applicationId, HolderDetails person);

    /**
     * Puts the SIM in place that the application asked for, as its operator may. What is in place already is left alone.
     *
     * @param applicationId one that asked for a SIM
     * @throws io.namesake.problem.Problem when its holder was not verified for it in time, or another {@link SimChangeRule} stands against
     *     it; nothing was changed, and the caller's transaction can go on
     */
    void make(UUID applicationId);

    /** What became of the SIM that an application's verification allowed; empty where there was none, or it is not kept any more. */
    Optional<Allowed> allowed(UUID applicationId);

    /**
     * A SIM that may be put in place.
     *
     * @param until when at the latest
     * @param madeAt when it was, or when it was allowed if it was there before; null while it is not
     */
    record Allowed(Instant until, @Nullable Instant madeAt) {}

    /** What an application asked for, so that whoever is to verify for it sees that. */
    Optional<NewSim> of(UUID applicationId);

    /**
     * A SIM that a line is to get.
     *
     * @param kind a card's number or an eSIM chip's
     * @param ending its last four digits
     */
    record NewSim(EquipmentKind kind, String ending) {}
}
