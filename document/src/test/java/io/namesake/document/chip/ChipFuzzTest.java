package io.namesake.document.chip;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.support.Specimens;
import io.namesake.document.trust.Certificates;
import io.namesake.document.trust.MasterList;
import io.namesake.document.trust.TrustStore;
import java.util.List;
import java.util.Map;

/**
 * Every file of a chip as a door for an attacker: whatever is not a refusal in words is a finding. In an ordinary build these only run with what was found
 * before; {@code scripts/fuzz} lets Jazzer look for more.
 */
class ChipFuzzTest {
    private static final ChipReader READER =
            new ChipReader(TrustStore.empty(), List.of(), Profile.RELAXED, Specimens.CLOCK);

    private interface Door {
        Object open() throws DocumentUnreadable;
    }

    @FuzzTest(maxDuration = "20s")
    void upload(byte[] file) {
        accept(() -> READER.read(new ChipInput().add(file).files()));
    }

    @FuzzTest(maxDuration = "20s")
    void signature(byte[] file) {
        accept(() -> READER.read(Specimens.chip(Map.of(0, file))));
    }

    @FuzzTest(maxDuration = "20s")
    void groups(byte[] file) {
        accept(() -> DataGroup1.read(file));
        accept(() -> DataGroup2.read(file));
        accept(() -> DataGroup11.read(file));
        accept(() -> DataGroup12.read(file));
        accept(() -> DataGroup14.read(file));
        accept(() -> DataGroup15.read(file));
        accept(() -> FaceRecord19794.portrait(file));
        accept(() -> FaceRecord39794.portrait(file));
    }

    @FuzzTest(maxDuration = "20s")
    void lists(byte[] file) {
        accept(() -> MasterList.read(file));
        accept(() -> Certificates.certificate(file));
        accept(() -> Certificates.revocations(file));
    }

    private static void accept(Door door) {
        try {
            door.open();
        } catch (DocumentUnreadable refused) {
            // As it should be.
        }
    }
}
