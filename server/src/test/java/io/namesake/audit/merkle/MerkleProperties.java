package io.namesake.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MerkleProperties {
    private static final List<Hash> LEAVES = MerkleTreeTest.leaves(600, "");

    @Property(tries = 300)
    void a_proof_in_which_one_hash_was_changed_proves_nothing(
            @ForAll @IntRange(min = 2, max = 600) int size, @ForAll int anyLeaf, @ForAll int anyHash) {
        int index = Math.floorMod(anyLeaf, size);
        var nodes = MerkleTreeTest.nodes(LEAVES);
        var proof = new ArrayList<>(MerkleTree.inclusion(nodes, index, size));
        var root = MerkleTree.root(nodes, size);
        assertThat(MerkleProof.rootOfInclusion(index, size, LEAVES.get(index), proof))
                .contains(root);

        proof.set(Math.floorMod(anyHash, proof.size()), TreeHash.EMPTY);

        assertThat(MerkleProof.rootOfInclusion(index, size, LEAVES.get(index), proof))
                .isNotEmpty()
                .isNotEqualTo(java.util.Optional.of(root));
    }

    @Property(tries = 300)
    void a_proof_of_consistency_holds_for_its_two_trees_and_no_other(
            @ForAll @IntRange(min = 2, max = 600) int to, @ForAll int anySize, @ForAll int anyHash) {
        int from = 1 + Math.floorMod(anySize, to - 1);
        var nodes = MerkleTreeTest.nodes(LEAVES);
        var older = MerkleTree.root(nodes, from);
        var newer = MerkleTree.root(nodes, to);
        var proof = new ArrayList<>(MerkleTree.consistency(nodes, from, to));
        assertThat(MerkleProof.isConsistent(from, older, to, newer, proof)).isTrue();
        assertThat(MerkleProof.isConsistent(from, newer, to, newer, proof)).isFalse();
        assertThat(MerkleProof.isConsistent(from, older, to, older, proof)).isFalse();

        proof.set(Math.floorMod(anyHash, proof.size()), TreeHash.EMPTY);

        assertThat(MerkleProof.isConsistent(from, older, to, newer, proof)).isFalse();
    }

    @Property(tries = 200)
    void a_proof_is_as_long_as_the_tree_is_high_and_no_longer(
            @ForAll @IntRange(min = 1, max = 600) int size, @ForAll int anyLeaf) {
        int height = 32 - Integer.numberOfLeadingZeros(size - 1);
        assertThat(MerkleTree.inclusion(MerkleTreeTest.nodes(LEAVES), Math.floorMod(anyLeaf, size), size))
                .hasSizeLessThanOrEqualTo(height);
    }
}
