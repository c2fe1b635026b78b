package io.namesake.cli.verdict;

import io.namesake.decision.Check;
import io.namesake.decision.Decision;
import io.namesake.decision.Policy;
import io.namesake.decision.ReasonText;
import io.namesake.document.IdentityEvidence;
import io.namesake.face.Role;
import io.namesake.face.Verification;
import io.namesake.language.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What came out of comparing two pictures, ready to be told. */
public sealed interface Verdict {

    /** Why there is nothing to say about a picture of a picture; it has no other cause than the models. */
    String NOT_ASSESSED = "not assessed: these models have no network for it";

    /**
     * Judges what was measured, by the server's policy.
     *
     * @param files what each picture's file was called
     * @param models name and version of the models
     * @param measured what the face library found
     */
    static Verdict of(Map<Role, String> files, String models, Verification measured) {
        return of(files, models, measured, Optional.empty());
    }

    /** The same where the portrait comes from a chip. @param document what the chip says */
    static Verdict of(
            Map<Role, String> files, String models, Verification measured, Optional<IdentityEvidence> document) {
        return switch (measured) {
            case Verification.Compared compared ->
                new Judged(files, models, compared, FaceJudgement.checks(compared, document), document);
            case Verification.Unusable unusable -> new Unusable(files.get(unusable.role()), models, unusable);
        };
    }

    /** As one JSON object, indented. */
    String json();

    /**
     * As lines for a person.
     *
     * @param colours whether the reader's terminal shows colours
     */
    String text(boolean colours);

    /**
     * The faces were compared.
     *
     * @param files what each picture's file was called
     * @param models name and version of the models
     * @param measured what the face library measured
     * @param checks how each of the server's checks ended
     * @param evidence what the document's chip says, where the portrait comes from one
     */
    record Judged(
            Map<Role, String> files,
            String models,
            Verification.Compared measured,
            List<Check> checks,
            Optional<IdentityEvidence> evidence)
            implements Verdict {

        public Judged {
            files = Map.copyOf(files);
            checks = List.copyOf(checks);
        }

        /** What the server's policy makes of the checks. */
        public Decision decision() {
            return Policy.decide(checks);
        }

        /** Why it isn't verified, in the server's words; empty when it is. */
        public List<ReasonText> reasons() {
            return decision().reasons().stream()
                    .map(reason -> ReasonText.of(reason, Language.ENGLISH))
                    .toList();
        }

        @Override
        public String json() {
            return write(new VerdictJson(
                    decision().outcome().name(),
                    reasons().stream().map(VerdictJson.Reason::of).toList(),
                    null,
                    evidence.map(VerdictJson.Chip::of).orElse(null),
                    VerdictJson.Face.of(files.get(Role.DOCUMENT), measured.document()),
                    VerdictJson.Face.of(files.get(Role.SELFIE), measured.selfie()),
                    VerdictJson.Compared.of(measured.comparison()),
                    measured.presentationAttack(),
                    VerdictJson.Milliseconds.of(measured.timings()),
                    models));
        }

        @Override
        public String text(boolean colours) {
            return new VerdictText(colours).judged(this);
        }
    }

    /**
     * One picture can't be used.
     *
     * @param file what it is called
     * @param models name and version of the models
     * @param measured what the face library found
     */
    record Unusable(String file, String models, Verification.Unusable measured) implements Verdict {

        /** Why, in a few words: those of the API's problem of the same code. */
        public String title() {
            return words(".title");
        }

        /** What to do, likewise. */
        public String nextStep() {
            return words(".nextStep");
        }

        private String words(String kind) {
            ResourceBundle problems = Language.ENGLISH.texts("io.namesake.problem.problems");
            return problems.getString(measured.reason().code() + kind);
        }

        @Override
        public String json() {
            return write(new VerdictJson(
                    "UNUSABLE",
                    List.of(),
                    new VerdictJson.Unusable(
                            measured.role().code(),
                            file,
                            measured.reason().code(),
                            title(),
                            nextStep(),
                            VerdictJson.codes(measured.assessment().hints())),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    models));
        }

        @Override
        public String text(boolean colours) {
            return new VerdictText(colours).unusable(this);
        }
    }

    private static String write(VerdictJson verdict) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(verdict);
    }
}
