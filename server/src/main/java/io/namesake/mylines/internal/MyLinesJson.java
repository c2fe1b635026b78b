package io.namesake.mylines.internal;

import io.namesake.mylines.LineMatters.Matter;
import io.namesake.registry.HeldLine;
import io.namesake.registry.Holding;
import io.namesake.registry.Limit;
import io.namesake.registry.LineStatus;
import io.namesake.registry.LineUser;
import io.namesake.registry.PortedIn;
import io.namesake.registry.Service;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person sees of what stands in their name. */
final class MyLinesJson {

    private MyLinesJson() {}

    @Schema(name = "MyLines", description = "Every line in your name, at every operator of this deployment")
    record All(
            @Schema(description = "When your identity was last verified against a document")
            Instant verifiedAt,

            List<Mine> lines,

            @Schema(description = "Lines that you ended and can still take back")
            List<Ended> ended) {}

    @Schema(name = "MyLine")
    record Mine(
            UUID id,
            @Schema(example = "+8613800138000") String line,
            Service service,
            @Schema(example = "Example Telecom") String operator,
            LineStatus status,
            List<Limit> limits,

            @Schema(description = "Since when it stands in your name")
            Instant since,

            @Schema(description = "How it came into your name")
            Holding.Cause cause,

            @Schema(
                    description =
                            "When you were last verified for it; null: somebody says it is yours and nobody has checked")
            @Nullable
            Instant verifiedAt,

            @Schema(description = "Where the number came from, if you brought it from another provider") @Nullable
            From portedIn,

            @Schema(description = "A machine uses it; it does not count as one of your lines")
            boolean machine,

            @Schema(description = "An organisation that you act for holds it; null: you do") @Nullable
            UUID organisationId,

            @Nullable User user,

            @Schema(description = "What is under way about it")
            List<UnderWay> underWay) {

        static Mine of(HeldLine held, List<Matter> matters) {
            var line = held.line();
            return new Mine(
                    line.id(),
                    line.identifier().value(),
                    line.identifier().service(),
                    held.operatorName(),
                    line.status(),
                    line.limits().stream().sorted().toList(),
                    held.holding().from(),
                    held.holding().cause(),
                    held.holding().verifiedAt(),
                    held.portedIn().map(From::of).orElse(null),
                    held.holding().machine(),
                    held.ofOrganisation() ? held.holding().holderId() : null,
                    held.user().map(User::of).orElse(null),
                    matters.stream()
                            .filter(matter -> matter.lineId().equals(line.id()))
                            .map(UnderWay::of)
                            .toList());
        }
    }

    @Schema(name = "MyLineFrom")
    record From(@Schema(example = "Other Telecom") String operator, Instant at) {
        static From of(PortedIn ported) {
            return new From(ported.from(), ported.at());
        }
    }

    @Schema(name = "MyLineUser", description = "Who uses it, where that is somebody else; you stay accountable")
    record User(
            LineUser.Kind kind,

            @Schema(description = "Your own word for them", example = "my daughter", maxLength = 60)
            String label,

            Instant since) {
        static User of(LineUser user) {
            return new User(user.kind(), user.label(), user.since());
        }
    }

    @Schema(name = "MyLineMatter")
    record UnderWay(
            @Schema(example = "DISPUTE") String kind,
            UUID caseId,
            String state,

            @Schema(description = "When something happens next") @Nullable
            Instant nextStepAt) {
        static UnderWay of(Matter matter) {
            return new UnderWay(matter.kind(), matter.caseId(), matter.state(), matter.nextStepAt());
        }
    }

    @Schema(name = "MyEndedLine")
    record Ended(
            @Schema(description = "To take it back with") UUID endingId,
            String line,
            Service service,
            Instant endedAt,
            Instant undoUntil) {
        static Ended of(Endings.Ending ending) {
            var identifier = ending.line().identifier();
            return new Ended(
                    ending.id(), identifier.value(), identifier.service(), ending.endedAt(), ending.undoUntil());
        }
    }

    @Schema(name = "MyDispute")
    record MyDispute(
            UUID id,
            UUID lineId,
            DisputeMachine.State state,
            Dispute.Claim claim,
            Instant openedAt,

            @Schema(description = "Until when a person has to decide")
            Instant dueAt,

            @Schema(description = "Until when you can ask for another person's decision") @Nullable
            Instant appealUntil,

            Dispute.@Nullable Code decision,

            @Schema(description = "The decision in plain words, and what happens next") @Nullable
            Explanation explanation) {
        static MyDispute of(Dispute dispute, io.namesake.language.Language language) {
            return new MyDispute(
                    dispute.id(),
                    dispute.lineId(),
                    dispute.state(),
                    dispute.claim(),
                    dispute.openedAt(),
                    dispute.dueAt(),
                    dispute.appealUntil(),
                    dispute.decision(),
                    dispute.decision() == null ? null : DisputeTexts.of(dispute.decision(), language));
        }
    }

    @Schema(name = "DisputeExplanation")
    record Explanation(String explanation, String nextStep) {}

    @Schema(name = "MyDisputes")
    record MyDisputes(List<MyDispute> disputes) {}
}
