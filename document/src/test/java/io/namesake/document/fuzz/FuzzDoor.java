package io.namesake.document.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What Jazzer calls: one door, named by the system property {@value #DOOR}, or all of them in turn by each input's first byte. Started by itself it
 * writes every door's seeds into a folder of the door's name.
 */
public final class FuzzDoor {
    static final String DOOR = "namesake.fuzz.door";
    private static final Door[] DOORS = Door.values();

    private FuzzDoor() {}

    /** Loads what a first try would otherwise be blamed for: keys are made and classes instrumented. */
    public static void fuzzerInitialize() {
        for (Door door : DOORS) {
            Seeds.of(door).stream().limit(1).forEach(door::knock);
        }
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        String door = System.getProperty(DOOR, "ALL");
        if (!door.equals("ALL")) {
            Door.named(door).knock(bytes);
        } else if (bytes.length > 0) {
            DOORS[(bytes[0] & 0xFF) % DOORS.length].knock(Arrays.copyOfRange(bytes, 1, bytes.length));
        }
    }

    /** @param folder one: where the seeds are put */
    public static void main(String[] folder) throws IOException {
        for (Door door : DOORS) {
            Path own = Files.createDirectories(Path.of(folder[0], door.name()));
            List<byte[]> seeds = Seeds.of(door);
            for (int i = 0; i < seeds.size(); i++) {
                Files.write(own.resolve("seed-" + i), seeds.get(i));
            }
            System.out.println(door + " " + seeds.size());
        }
    }
}
