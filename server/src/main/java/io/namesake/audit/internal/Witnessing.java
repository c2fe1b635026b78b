package io.namesake.audit.internal;

import io.micrometer.core.instrument.MeterRegistry;
import io.namesake.audit.internal.CheckpointTable.Stored;
import io.namesake.audit.internal.Witness.Answer;
import io.namesake.audit.merkle.Hash;
import io.namesake.audit.merkle.MerkleTree;
import io.namesake.audit.note.SignedCheckpoint;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Has others see the log: each witness cosigns the newest checkpoint, after it was signed and apart from that, so that a witness
 * who is slow or gone holds nobody up. What a witness says counts only as far as its key verifies. Who fails is asked again with the
 * next checkpoint; the metric {@code namesake.audit.cosignatures} tells by {@code witness} and {@code outcome}.
 */
class Witnessing {
    private static final Logger log = LoggerFactory.getLogger(Witnessing.class);

    private final List<Witness> witnesses;
    private final CheckpointTable checkpoints;
    private final CosignatureTable cosignatures;
    private final StoredTree tree;
    private final MeterRegistry metrics;
    private final Clock clock;

    Witnessing(
            List<Witness> witnesses,
            CheckpointTable checkpoints,
            CosignatureTable cosignatures,
            StoredTree tree,
            MeterRegistry metrics,
            Clock clock) {
        this.witnesses = List.copyOf(witnesses);
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
        this.tree = tree;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${namesake.audit.checkpoint-every:PT1M}", initialDelayString = "PT20S")
    void tick() {
        if (!witnesses.isEmpty()) {
            checkpoints.newest().map(Stored::signed).ifPresent(this::askFor);
        }
    }

    private void askFor(SignedCheckpoint checkpoint) {
        long size = checkpoint.checkpoint().size();
        var again = new ArrayList<Question>();
        for (var said : asked(witnesses.stream()
                .filter(witness -> checkpoint.cosignedBy(witness.key()).isEmpty())
                .map(witness -> question(witness, Math.min(size, cosignatures.newestSize(witness.key())), checkpoint))
                .toList())) {
            if (said.answer() instanceof Answer.KnowsAnother(long known) && known <= size) {
                // It may know more than we noted, or less after a loss of its own.
                again.add(question(said.witness(), known, checkpoint));
            } else {
                note(said, checkpoint);
            }
        }
        asked(again).forEach(said -> note(said, checkpoint));
    }

    private Question question(Witness witness, long oldSize, SignedCheckpoint checkpoint) {
        long size = checkpoint.checkpoint().size();
        List<Hash> proof =
                oldSize == 0 || oldSize == size ? List.of() : MerkleTree.consistency(tree.nodes(), oldSize, size);
        return new Question(witness, oldSize, proof, checkpoint);
    }

    /** Side by side, so that all who are silent cost the wait for one. The database is asked before and after. */
    private static List<Said> asked(List<Question> questions) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(questions).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private record Question(Witness witness, long oldSize, List<Hash> proof, SignedCheckpoint checkpoint)
            implements Callable<Said> {

        @Override
        public Said call() {
            return new Said(witness, witness.add(oldSize, proof, checkpoint));
        }
    }

    private record Said(Witness witness, Answer answer) {}

    private String outcome(Witness witness, SignedCheckpoint checkpoint, Answer answer) {
        return switch (answer) {
            case Answer.Cosigned(String lines) -> {
                var line = verified(witness, checkpoint, lines);
                line.ifPresent(found ->
                        cosignatures.add(checkpoint.checkpoint().size(), witness.key(), found, clock.instant()));
                yield line.isPresent() ? "cosigned" : "not-its-key";
            }
            // A witness that knows a longer log than there is remembers what was cut off here.
            case Answer.KnowsAnother _ -> "knows-another";
            case Answer.Refused _ -> "refused";
        };
    }

    /** The one line that its key made; a witness may send others, which nobody here can check. */
    private static Optional<String> verified(Witness witness, SignedCheckpoint checkpoint, String lines) {
        return lines.lines()
                .map(line -> line + "\n")
                .filter(line -> checkpoint
                        .with(line)
                        .flatMap(with -> with.cosignedBy(witness.key()))
                        .isPresent())
                .findFirst();
    }

    private void note(Said said, SignedCheckpoint checkpoint) {
        var witness = said.witness();
        var outcome = outcome(witness, checkpoint, said.answer());
        metrics.counter("namesake.audit.cosignatures", "witness", witness.key().name(), "outcome", outcome)
                .increment();
        if (!outcome.equals("cosigned")) {
            log.warn(
                    "The witness {} did not cosign the newest checkpoint: {}",
                    witness.key().name(),
                    outcome);
        }
    }
}
