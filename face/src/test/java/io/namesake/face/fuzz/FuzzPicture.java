package io.namesake.face.fuzz;

import io.namesake.face.ImageLimits;
import io.namesake.face.engine.UnusablePicture;
import io.namesake.face.engine.decode.Picture;
import io.namesake.face.engine.decode.PictureDecoder;
import io.namesake.face.support.Encoded;
import io.namesake.face.support.Pictures;
import io.namesake.face.support.SoundFiles;
import io.namesake.face.support.Webp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What Jazzer calls for the decoder of selfies and portraits. Started by itself it writes the seeds into a folder. */
public final class FuzzPicture {
    private static final String TARGET = "PICTURE";
    private static final ImageLimits LIMITS = new ImageLimits(1 << 20, 4_000_000, 4000, 16);
    private static final PictureDecoder DECODER = new PictureDecoder(LIMITS);

    private FuzzPicture() {}

    /** Loads what a first try would otherwise be blamed for. */
    public static void fuzzerInitialize() {
        seeds().forEach(FuzzPicture::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            Picture picture = DECODER.decode(bytes);
            if ((long) picture.fileWidth() * picture.fileHeight() > LIMITS.maxPixels()) {
                throw new IllegalStateException("the picture is larger than allowed");
            }
            picture.original().ifPresent(original -> {
                original.whole();
                original.luma(0, 0, LIMITS.minSide());
            });
        } catch (UnusablePicture refused) {
            if (refused.reason() == null) {
                throw new IllegalStateException("the refusal does not say why", refused);
            }
        }
    }

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>(SoundFiles.ofEachForm());
        seeds.add(Encoded.jpeg(Pictures.gradient(900, 700)));
        seeds.add(Webp.endlessLossless());
        return seeds;
    }

    /** @param folder one: where the seeds are put */
    public static void main(String[] folder) throws IOException {
        Path own = Files.createDirectories(Path.of(folder[0], TARGET));
        List<byte[]> seeds = seeds();
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(own.resolve("seed-" + i), seeds.get(i));
        }
        System.out.println(TARGET + " " + seeds.size());
    }
}
