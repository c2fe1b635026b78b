package io.namesake.document.chip;

import io.namesake.document.EvidenceContract;
import io.namesake.document.EvidenceSource;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.Strength;
import io.namesake.document.specimen.SpecimenAuthority;
import io.namesake.document.specimen.SpecimenAuthority.Algorithm;
import io.namesake.document.support.Specimens;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class ChipEvidenceTest extends EvidenceContract {
    private static final SpecimenAuthority AUTHORITY = Specimens.authority(Algorithm.EC_BRAINPOOL);
    private static final Map<Integer, byte[]> FILES = Specimens.files(AUTHORITY);

    @Override
    protected EvidenceSource source() {
        return EvidenceSource.CHIP;
    }

    @Override
    protected Strength strength() {
        return Strength.STRONG;
    }

    @Override
    protected IdentityEvidence genuine() throws Exception {
        return read(FILES);
    }

    @Override
    protected List<Case> altered() {
        List<Case> cases = new ArrayList<>();
        for (int group : List.of(1, 2)) {
            Map<Integer, byte[]> files = Specimens.copy(FILES);
            byte[] changed = files.get(group).clone();
            changed[changed.length - 1] ^= 1;
            files.put(group, changed);
            cases.add(new Case("the last byte of EF.DG" + group, () -> read(files)));
        }
        Map<Integer, byte[]> others = Specimens.copy(FILES);
        others.put(
                0, Specimens.files(Specimens.authority(Algorithm.EC_BRAINPOOL)).get(0));
        cases.add(new Case("another issuer's signature", () -> read(others)));
        Map<Integer, byte[]> unsigned = Specimens.copy(FILES);
        unsigned.remove(0);
        cases.add(new Case("no signature", () -> read(unsigned)));
        return cases;
    }

    @Override
    protected List<Case> foreign() {
        return List.of(
                new Case("a letter", () -> input("This is a letter.".getBytes(StandardCharsets.UTF_8))),
                new Case("nothing", () -> input(new byte[0])),
                new Case("a picture", () -> input(Specimens.PORTRAIT.bytes())));
    }

    private static IdentityEvidence read(Map<Integer, byte[]> files) throws Exception {
        return reader().read(Specimens.chip(files));
    }

    private static IdentityEvidence input(byte[] file) throws Exception {
        return reader().read(new ChipInput().add(file).files());
    }

    private static ChipReader reader() {
        return new ChipReader(Specimens.trusting(AUTHORITY), List.of(), Profile.STRICT, Specimens.CLOCK);
    }
}
