package io.namesake.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against the known answers of RFC 6962's implementations, and against the definition itself for every small tree. */
class MerkleTreeTest {
    private static final int MOST = 70;

    private static final List<Hash> KNOWN = List.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .stream()
            .map(HexFormat.of()::parseHex)
            .map(TreeHash::leaf)
            .toList();

    private static final List<Hash> LEAVES = leaves(MOST, "");

    @Test
    void the_roots_are_those_of_the_known_answers() {
        assertThat(root(KNOWN, 1)).isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(root(KNOWN, 8)).isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        assertThat(root(KNOWN, 0)).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void every_root_is_what_the_recursive_definition_gives_and_what_a_growing_tree_has() {
        var growing = GrowingTree.empty((height, index, root) -> {});
        for (int size = 0; size <= MOST; size++) {
            var defined = defined(LEAVES.subList(0, size));
            assertThat(MerkleTree.root(nodes(LEAVES), size)).isEqualTo(defined);
            assertThat(growing.root()).isEqualTo(defined);
            assertThat(growing.size()).isEqualTo(size);
            if (size < MOST) {
                growing.add(LEAVES.get(size));
            }
        }
    }

    @Test
    void a_growing_tree_tells_of_every_complete_subtree_once_with_its_root() {
        for (int begin = 0; begin <= MOST; begin++) {
            var told = new ArrayList<List<Long>>();
            var tree = GrowingTree.of(nodes(LEAVES), begin, (height, index, root) -> {
                told.add(List.of((long) height, index));
                assertThat(root).isEqualTo(nodes(LEAVES).node(height, index));
            });
            LEAVES.subList(begin, MOST).forEach(tree::add);
            assertThat(tree.root()).isEqualTo(defined(LEAVES));
            assertThat(told).doesNotHaveDuplicates();
            long expected = 0;
            for (int height = 0; 1 << height <= MOST; height++) {
                expected += (MOST >> height) - (begin >> height);
            }
            assertThat(told).hasSize((int) expected);
        }
    }

    @Test
    void every_leaf_of_every_small_tree_has_a_proof_that_leads_to_the_root() {
        for (int size = 1; size <= MOST; size++) {
            var root = defined(LEAVES.subList(0, size));
            for (int index = 0; index < size; index++) {
                var proof = MerkleTree.inclusion(nodes(LEAVES), index, size);
                assertThat(MerkleProof.rootOfInclusion(index, size, LEAVES.get(index), proof))
                        .contains(root);
                // A log that passes by once gives the same proof.
                assertThat(streamed(size, new NeededNodes(proofOf(index, size))))
                        .isEqualTo(proof);
            }
        }
    }

    @Test
    void no_proof_leads_to_the_root_from_another_place_in_the_tree() {
        for (int size = 1; size <= 20; size++) {
            var root = defined(LEAVES.subList(0, size));
            for (int index = 0; index < size; index++) {
                var proof = MerkleTree.inclusion(nodes(LEAVES), index, size);
                for (int other = 0; other < size; other++) {
                    if (other != index) {
                        assertThat(MerkleProof.rootOfInclusion(other, size, LEAVES.get(index), proof))
                                .isNotEqualTo(java.util.Optional.of(root));
                    }
                }
                assertThat(MerkleProof.rootOfInclusion(size, size, LEAVES.get(index), proof))
                        .isEmpty();
                assertThat(MerkleProof.rootOfInclusion(-1, size, LEAVES.get(index), proof))
                        .isEmpty();
                assertThat(MerkleProof.rootOfInclusion(index, size, LEAVES.get(index), longer(proof)))
                        .isEmpty();
                if (!proof.isEmpty()) {
                    assertThat(MerkleProof.rootOfInclusion(index, size, LEAVES.get(index), shorter(proof)))
                            .isNotEqualTo(java.util.Optional.of(root));
                }
            }
        }
    }

    @Test
    void every_small_tree_is_consistent_with_every_smaller_one_by_its_proof() {
        for (int to = 1; to <= MOST; to++) {
            var toRoot = defined(LEAVES.subList(0, to));
            for (int from = 1; from <= to; from++) {
                var fromRoot = defined(LEAVES.subList(0, from));
                var proof = MerkleTree.consistency(nodes(LEAVES), from, to);
                assertThat(MerkleProof.isConsistent(from, fromRoot, to, toRoot, proof))
                        .as("%d to %d", from, to)
                        .isTrue();
                int older = from;
                int newer = to;
                assertThat(streamed(to, new NeededNodes(all -> MerkleTree.consistency(all, older, newer))))
                        .isEqualTo(proof);
                assertThat(MerkleProof.isConsistent(from, fromRoot, to, toRoot, longer(proof)))
                        .isFalse();
            }
        }
    }

    @Test
    void a_tree_with_one_other_leaf_at_the_beginning_is_consistent_with_no_smaller_tree_by_any_true_proof() {
        var others = leaves(MOST, "other");
        for (int to = 2; to <= 40; to++) {
            for (int from = 1; from < to; from++) {
                for (int changed = 0; changed < from; changed += Math.max(1, from - 1)) {
                    var rewritten = new ArrayList<>(LEAVES.subList(0, to));
                    rewritten.set(changed, others.get(changed));
                    assertThat(MerkleProof.isConsistent(
                                    from,
                                    defined(LEAVES.subList(0, from)),
                                    to,
                                    defined(rewritten),
                                    MerkleTree.consistency(nodes(rewritten), from, to)))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void a_proof_of_what_is_not_there_cannot_even_be_asked_for() {
        assertThatThrownBy(() -> MerkleTree.inclusion(nodes(LEAVES), 7, 7))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.consistency(nodes(LEAVES), 0, 7))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.consistency(nodes(LEAVES), 8, 7))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(MerkleProof.isConsistent(0, TreeHash.EMPTY, 1, LEAVES.getFirst(), List.of()))
                .isFalse();
        assertThat(MerkleProof.isConsistent(2, TreeHash.EMPTY, 1, TreeHash.EMPTY, List.of()))
                .isFalse();
        assertThat(MerkleProof.isConsistent(1, LEAVES.getFirst(), 2, LEAVES.get(1), List.of()))
                .isFalse();
    }

    private static java.util.function.Function<Nodes, List<Hash>> proofOf(long index, long size) {
        return nodes -> MerkleTree.inclusion(nodes, index, size);
    }

    private static List<Hash> streamed(int size, NeededNodes needed) {
        var tree = GrowingTree.empty(needed);
        LEAVES.subList(0, size).forEach(tree::add);
        return needed.proof();
    }

    private static List<Hash> longer(List<Hash> proof) {
        var longer = new ArrayList<>(proof);
        longer.add(TreeHash.EMPTY);
        return longer;
    }

    private static List<Hash> shorter(List<Hash> proof) {
        return proof.subList(0, proof.size() - 1);
    }

    private static String root(List<Hash> leaves, int size) {
        return MerkleTree.root(nodes(leaves), size).hex();
    }

    /** MTH of RFC 9162, section 2.1.1, word for word. */
    static Hash defined(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return TreeHash.EMPTY;
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = 1;
        while (2 * k < leaves.size()) {
            k *= 2;
        }
        return TreeHash.node(defined(leaves.subList(0, k)), defined(leaves.subList(k, leaves.size())));
    }

    static Nodes nodes(List<Hash> leaves) {
        return (height, index) -> defined(leaves.subList((int) (index << height), (int) ((index + 1) << height)));
    }

    static List<Hash> leaves(int count, String salt) {
        return IntStream.range(0, count)
                .mapToObj(i -> TreeHash.leaf((salt + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
