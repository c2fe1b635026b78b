package io.namesake.audit.internal;

import static io.namesake.audit.AuditVerification.Damage.ADDED;
import static io.namesake.audit.AuditVerification.Damage.ALTERED;
import static io.namesake.audit.AuditVerification.Damage.NOT_SIGNED;
import static io.namesake.audit.AuditVerification.Damage.REMOVED;
import static io.namesake.audit.AuditVerification.Damage.REORDERED;
import static io.namesake.audit.AuditVerification.Damage.REWRITTEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.audit.AuditVerification;
import io.namesake.audit.AuditVerification.Broken;
import io.namesake.audit.AuditVerification.Damage;
import io.namesake.audit.AuditVerification.Signed;
import io.namesake.audit.AuditVerification.Unreadable;
import io.namesake.audit.EntryLine;
import io.namesake.audit.ExportVerifier;
import io.namesake.audit.LogForTests;
import io.namesake.audit.merkle.Hash;
import io.namesake.audit.note.SignedCheckpoint;
import io.namesake.audit.note.SigningKey;
import io.namesake.audit.note.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * One export of nine entries that was damaged in every way we know, before two verifiers that share no code: each must find the
 * damage, name the same entry, and say the same. Line 1 is the header, 2 and 3 are checkpoints of 4 and 9 entries, 4 to 12 entries.
 */
class DamagedExportsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SigningKey STRANGER =
            SigningKey.generate(SignedLog.KEY.verifier().name(), new SecureRandom());
    private static final int FIRST = 3;

    @TempDir
    static Path folder;

    private static List<String> whole;
    private static SignedCheckpoint older;

    @BeforeAll
    static void an_export_of_nine_entries_with_checkpoints_of_two_days() throws Exception {
        var log = new SignedLog().append(4).sign();
        older = log.table.newest().orElseThrow().signed();
        log.tomorrow().append(5).sign();
        whole = Files.readAllLines(log.export(folder.resolve("whole.jsonl")));
        assertThat(whole).hasSize(12);
    }

    @Test
    void the_tool_passes_its_own_test_against_the_vectors_of_the_standards() throws Exception {
        var said = PythonVerifier.run("--self-test");
        assertThat(said.out()).isEqualTo("The self-test passed.\n");
        assertThat(said.exitCode()).isZero();
    }

    @Test
    void an_undamaged_export_holds_with_the_key_without_it_and_with_an_older_checkpoint() throws Exception {
        var file = folder.resolve("whole.jsonl");
        for (var keys : List.of(List.of(SignedLog.KEY.verifier()), List.<VerifierKey>of())) {
            for (var since : List.of(Optional.of(older), Optional.<SignedCheckpoint>empty())) {
                assertThat(agreed(file, keys, since)).isInstanceOfSatisfying(Signed.class, signed -> {
                    assertThat(signed.checkpoint().checkpoint().size()).isEqualTo(9);
                    assertThat(signed.headHash())
                            .isEqualTo(entry(whole.getLast()).hash());
                });
            }
        }
    }

    private static Stream<Arguments> damages() {
        return Stream.of(
                damage(
                        "an altered subject",
                        5,
                        ALTERED,
                        lines -> change(lines, 5, "\"subject\":\"", "\"subject\":\"x")),
                damage("an altered time", 5, ALTERED, lines -> change(lines, 5, "\"at\":\"2", "\"at\":\"3")),
                damage("a time that is none", 5, ALTERED, lines -> change(lines, 5, "\"at\":\"2", "\"at\":\"noon 2")),
                damage("an altered detail", 1, ALTERED, lines -> change(lines, 1, "REFUSED", "VERIFIED")),
                damage(
                        "another operator",
                        9,
                        ALTERED,
                        lines -> change(lines, 9, "\"operator\":\"", "\"operator\":\"a")),
                damage("an altered hash", 5, ALTERED, lines -> bend(lines, 5, "hash")),
                damage("an altered link", 5, ALTERED, lines -> bend(lines, 5, "previous")),
                damage("new content with a fitting hash", 5, ALTERED, lines -> forge(lines, 5)),
                damage("an altered number", 5, ALTERED, lines -> change(lines, 5, "\"seq\":5", "\"seq\":6")),
                damage("the first removed", 1, REMOVED, lines -> lines.remove(FIRST)),
                damage("one in the middle removed", 5, REMOVED, lines -> lines.remove(FIRST + 4)),
                damage("the last removed", 9, REMOVED, List::removeLast),
                damage(
                        "cut at the end of a line",
                        7,
                        REMOVED,
                        lines -> lines.subList(FIRST + 6, 12).clear()),
                damage(
                        "no entries at all",
                        1,
                        REMOVED,
                        lines -> lines.subList(FIRST, 12).clear()),
                damage("two swapped", 4, REORDERED, lines -> Collections.swap(lines, FIRST + 3, FIRST + 6)),
                damage("two neighbours swapped", 4, REORDERED, lines -> Collections.swap(lines, FIRST + 3, FIRST + 4)),
                damage("one twice", 5, ADDED, lines -> lines.add(FIRST + 5, lines.get(FIRST + 4))),
                damage("one pushed in, numbers as they were", 5, ADDED, lines -> pushIn(lines, 5, false)),
                damage("one pushed in, numbers moved up", 5, ADDED, lines -> pushIn(lines, 5, true)),
                damage("one added at the end", 10, ADDED, DamagedExportsTest::addAtTheEnd),
                damage("chained anew from the first day on", 1, REWRITTEN, lines -> chainAnew(lines, 3)),
                damage("chained anew from the second day on", 5, REWRITTEN, lines -> chainAnew(lines, 7)),
                damage("the last one chained anew", 5, REWRITTEN, lines -> chainAnew(lines, 9)),
                damage("the checkpoint of another key", 9, NOT_SIGNED, lines -> signAnew(lines, STRANGER)),
                damage(
                        "an older checkpoint of another size",
                        3,
                        NOT_SIGNED,
                        lines -> change(lines, -1, "\\n4\\n", "\\n3\\n")),
                damage(
                        "a newest checkpoint of another size",
                        8,
                        NOT_SIGNED,
                        lines -> change(lines, 0, "\\n9\\n", "\\n8\\n")),
                damage(
                        "a checkpoint without signature",
                        9,
                        NOT_SIGNED,
                        lines -> lines.set(2, lines.get(2).replaceFirst("\\\\n\\\\n.*", "\\\\n\\\\n\"}"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void a_damage_is_found_and_the_first_entry_named_by_both_verifiers(
            String name, long seq, Damage damage, Consumer<List<String>> change) throws Exception {
        var lines = new ArrayList<>(whole);
        change.accept(lines);
        assertThat(lines).isNotEqualTo(whole);
        assertThat(agreed(write(lines), List.of(SignedLog.KEY.verifier()), Optional.empty()))
                .isInstanceOfSatisfying(Broken.class, broken -> {
                    assertThat(broken.damage()).as(broken.explanation()).isEqualTo(damage);
                    assertThat(broken.seq()).isEqualTo(seq);
                    assertThat(broken.explanation()).contains(Long.toString(seq));
                });
    }

    @Test
    void a_log_that_was_rewritten_and_signed_anew_with_the_true_key_is_caught_by_a_checkpoint_that_was_kept()
            throws Exception {
        var other = new SignedLog().append(9).sign();
        var file = other.export(folder.resolve("other.jsonl"));
        var keys = List.of(SignedLog.KEY.verifier());

        assertThat(agreed(file, keys, Optional.empty())).isInstanceOf(Signed.class);
        assertThat(agreed(file, keys, Optional.of(older)))
                .isEqualTo(new Broken(
                        1,
                        REWRITTEN,
                        "The entries 1 to 4 are not those that the checkpoint of 4 entries was made of."));
    }

    @Test
    void a_log_that_is_shorter_than_a_checkpoint_that_was_kept_lost_entries() throws Exception {
        var longer = new SignedLog().append(4).sign();
        var file = longer.export(folder.resolve("shorter.jsonl"));
        var kept = longer.append(2).make(SignedLog.KEY).signed();

        assertThat(agreed(file, List.of(SignedLog.KEY.verifier()), Optional.of(kept)))
                .isEqualTo(new Broken(5, REMOVED, "Entry 5 is missing: there is a checkpoint of 6 entries."));
    }

    @Test
    void a_kept_checkpoint_of_another_key_is_no_help() throws Exception {
        assertThat(agreed(
                        folder.resolve("whole.jsonl"),
                        List.of(SignedLog.KEY.verifier()),
                        Optional.of(STRANGER.sign(older.checkpoint()))))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.damage()).isEqualTo(NOT_SIGNED));
    }

    private static Stream<Arguments> garbage() {
        var header = whole.getFirst();
        return Stream.of(
                garbage("nothing", 1, ""),
                garbage("an empty line", 1, "\n"),
                garbage("a header alone", 2, header),
                garbage("not JSON", 1, "garbage"),
                garbage("another format", 1, header.replace("export-1", "export-2")),
                garbage("no checkpoints", 1, header.replace("\"checkpoints\":2", "\"checkpoints\":0")),
                garbage("endless checkpoints", 1, header.replace("\"checkpoints\":2", "\"checkpoints\":99999999999")),
                garbage("a number as text", 1, header.replace("\"checkpoints\":2", "\"checkpoints\":\"2\"")),
                garbage("a fraction", 1, header.replace("\"checkpoints\":2", "\"checkpoints\":2.0")),
                garbage("truth for a number", 1, header.replace("\"checkpoints\":2", "\"checkpoints\":true")),
                garbage("a key that is none", 1, header.replace("lines.example", "lines")),
                garbage("a byte order mark", 1, "\ufeff" + header),
                garbage("brackets without end", 1, "[".repeat(200_000)),
                garbage("a huge line", 1, "x".repeat((1 << 20) + 1)),
                garbage("checkpoints in the wrong order", 3, edited(lines -> Collections.swap(lines, 1, 2))),
                garbage("too few checkpoints", 3, edited(lines -> lines.remove(2))),
                garbage("too many checkpoints", 4, edited(lines -> lines.add(3, lines.get(2)))),
                garbage(
                        "a root of another length",
                        2,
                        edited(lines -> lines.set(1, lines.get(1).replaceFirst("=\\\\n", "\\\\n")))),
                garbage(
                        "cut in the middle of a line",
                        12,
                        edited(lines -> lines.set(11, lines.get(11).substring(0, 90)))),
                garbage(
                        "a huge line in the middle",
                        8,
                        edited(lines -> lines.set(7, "{\"seq\":5," + " ".repeat(1 << 20) + "}"))),
                garbage("garbage in the middle", 8, edited(lines -> lines.set(7, "\u0000\u0001"))),
                garbage("a blank line", 8, edited(lines -> lines.add(7, ""))),
                garbage("a member twice", 8, edited(lines -> change(lines, 5, "{", "{\"seq\":5,"))),
                garbage("a member more", 8, edited(lines -> change(lines, 5, "{", "{\"more\":5,"))),
                garbage("a member less", 8, edited(lines -> change(lines, 5, "\"seq\":5,", ""))),
                garbage("two values on a line", 8, edited(lines -> lines.set(7, lines.get(7) + "{}"))),
                garbage(
                        "a number without end",
                        8,
                        edited(lines -> change(lines, 5, "\"seq\":5", "\"seq\":" + "9".repeat(6000)))),
                garbage(
                        "a number too large",
                        8,
                        edited(lines -> change(lines, 5, "\"seq\":5", "\"seq\":9223372036854775808"))),
                garbage("a negative number", 8, edited(lines -> change(lines, 5, "\"seq\":5", "\"seq\":-5"))),
                garbage(
                        "null for a text",
                        8,
                        edited(lines -> change(lines, 5, "\"type\":\"application.decided\"", "\"type\":null"))),
                garbage("NaN", 8, edited(lines -> change(lines, 5, "\"seq\":5", "\"seq\":NaN"))),
                garbage(
                        "half a surrogate pair",
                        8,
                        edited(lines -> change(lines, 5, "\"subject\":\"", "\"subject\":\"\\ud800"))),
                garbage("a hash in capitals", 8, edited(lines -> change(lines, 5, "\"hash\":\"", "\"hash\":\"A"))),
                garbage(
                        "a bare control character",
                        8,
                        edited(lines -> change(lines, 5, "\"subject\":\"", "\"subject\":\"\t"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("garbage")
    void what_is_no_export_is_refused_with_its_line_by_both_verifiers(String name, long line, String text)
            throws Exception {
        var file = Files.writeString(folder.resolve("garbage.jsonl"), text);
        assertThat(agreed(file, List.of(SignedLog.KEY.verifier()), Optional.empty()))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.line())
                                .as(unreadable.explanation())
                                .isEqualTo(line));
    }

    @Test
    void bytes_that_are_no_text_are_refused_by_both_verifiers() throws Exception {
        var file = folder.resolve("bytes.jsonl");
        Files.write(file, (whole.getFirst() + "\n\u00ff").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(agreed(file, List.of(), Optional.empty())).isEqualTo(new Unreadable(2, "Line 2 is not UTF-8 text."));
    }

    /** What both verifiers say. */
    private static AuditVerification agreed(Path file, List<VerifierKey> keys, Optional<SignedCheckpoint> since)
            throws IOException, InterruptedException {
        var ours = new ExportVerifier(file, keys, since).verify();
        var arguments = new ArrayList<>(List.of("verify", file.toString()));
        keys.forEach(key -> Collections.addAll(arguments, "--key", key.text()));
        if (since.isPresent()) {
            var kept = Files.writeString(folder.resolve("kept"), since.get().note());
            Collections.addAll(arguments, "--since", kept.toString());
        }
        var said = PythonVerifier.run(arguments.toArray(String[]::new));
        switch (ours) {
            case Signed signed -> {
                assertThat(said.exitCode()).as(said.toString()).isZero();
                assertThat(said.out())
                        .contains(
                                signed.headHash(),
                                signed.checkpoint().checkpoint().root().hex());
            }
            case Broken broken -> {
                assertThat(said.exitCode()).as(said + " " + broken).isEqualTo(1);
                assertThat(said.out())
                        .isEqualTo("The audit log is broken at entry %d (%s).\n%s\n"
                                .formatted(broken.seq(), broken.damage(), broken.explanation()));
            }
            case Unreadable unreadable -> {
                assertThat(said.exitCode()).as(said + " " + unreadable).isEqualTo(65);
                assertThat(said.err()).isEqualTo(unreadable.explanation() + "\n");
            }
            case AuditVerification.Intact intact -> throw new AssertionError("Not of an export: " + intact);
        }
        return ours;
    }

    private static Arguments damage(String name, long seq, Damage damage, Consumer<List<String>> change) {
        return Arguments.of(name, seq, damage, change);
    }

    private static Arguments garbage(String name, long line, String text) {
        return Arguments.of(name, line, text);
    }

    private static String edited(Consumer<List<String>> change) {
        var lines = new ArrayList<>(whole);
        change.accept(lines);
        return String.join("\n", lines) + "\n";
    }

    private static Path write(List<String> lines) throws IOException {
        return Files.writeString(folder.resolve("damaged.jsonl"), String.join("\n", lines) + "\n");
    }

    /** In the line of an entry; 0 is the newest checkpoint. */
    private static void change(List<String> lines, int seq, String what, String to) {
        int line = FIRST - 1 + seq;
        assertThat(lines.get(line)).contains(what);
        lines.set(line, lines.get(line).replace(what, to));
    }

    private static void bend(List<String> lines, int seq, String member) {
        var line = lines.get(FIRST - 1 + seq);
        int at = line.indexOf("\"" + member + "\":\"") + member.length() + 4;
        char other = line.charAt(at) == '0' ? '1' : '0';
        lines.set(FIRST - 1 + seq, line.substring(0, at) + other + line.substring(at + 1));
    }

    private static void forge(List<String> lines, int seq) {
        var entry = entry(lines.get(FIRST - 1 + seq));
        lines.set(
                FIRST - 1 + seq,
                chained(entry.previous(), List.of(forged(entry, seq))).getFirst());
    }

    private static void pushIn(List<String> lines, int seq, boolean moveUp) {
        var entry = entry(lines.get(FIRST - 1 + seq));
        lines.add(
                FIRST - 1 + seq,
                chained(entry.previous(), List.of(forged(entry, seq))).getFirst());
        if (moveUp) {
            for (int i = 9; i >= seq; i--) {
                int line = FIRST + i;
                lines.set(line, lines.get(line).replace("\"seq\":" + i, "\"seq\":" + (i + 1)));
            }
        }
    }

    private static void addAtTheEnd(List<String> lines) {
        var last = entry(lines.getLast());
        lines.addAll(chained(last.hash(), List.of(forged(last, 10))));
    }

    private static void chainAnew(List<String> lines, int seq) {
        var entries = new ArrayList<>(lines.subList(FIRST - 1 + seq, 12).stream()
                .map(DamagedExportsTest::entry)
                .toList());
        var before = entries.getFirst().previous();
        entries.set(0, forged(entries.getFirst(), seq));
        var anew = chained(before, entries);
        for (int i = 0; i < anew.size(); i++) {
            lines.set(FIRST - 1 + seq + i, anew.get(i));
        }
    }

    private static void signAnew(List<String> lines, SigningKey key) {
        var note = JSON.readTree(lines.get(2)).get("checkpoint").stringValue();
        var signed = key.sign(SignedCheckpoint.parse(note).orElseThrow().checkpoint());
        lines.set(2, JSON.writeValueAsString(java.util.Map.of("checkpoint", signed.note())));
    }

    private static EntryLine forged(EntryLine entry, long seq) {
        return new EntryLine(
                seq, entry.at(), entry.operator(), entry.type(), "forged", entry.details(), entry.previous(), "");
    }

    private static List<String> chained(String before, List<EntryLine> entries) {
        return LogForTests.chainedAnew(new Hash(before), entries).stream()
                .map(JSON::writeValueAsString)
                .toList();
    }

    private static EntryLine entry(String line) {
        return JSON.readValue(line, EntryLine.class);
    }
}
