package io.namesake.face.engine.decode;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import io.namesake.face.ImageLimits;
import io.namesake.face.engine.UnusablePicture;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Bytes to an upright picture of bounded size. A picture of more than {@value #MOST_PIXELS} pixels is read reduced (every second, third ...
 * pixel), so that however large it is, one decoded picture takes no more than some 30 MB while it is converted and 16 MB after.
 */
public final class PictureDecoder {
    /** A full-HD photo is read as it is; a phone's 12 megapixels are halved, which leaves more than the networks can use. */
    static final int MOST_PIXELS = 4_000_000;

    /** What a JPEG has at least once it is halved: twice what the detector looks at along either side, 640 x 480 and a little more. */
    static final int LEAST_PIXELS_HALVED = 400_000;

    private final ImageLimits limits;
    private final ImageReaderSpi jpeg;
    private final ImageReaderSpi png;
    private final ImageReaderSpi webp;

    public PictureDecoder(ImageLimits limits) {
        this.limits = limits;
        // Named readers, so that what else is on the classpath cannot take their place.
        this.jpeg = provider(JPEGImageReaderSpi.class, JPEGImageReaderSpi::new);
        this.webp = provider(WebPImageReaderSpi.class, WebPImageReaderSpi::new);
        this.png = jdkPng();
    }

    /** @throws UnusablePicture whatever is wrong with the bytes */
    public Picture decode(byte[] file) throws UnusablePicture {
        PictureFile whole = PictureFile.open(file, limits);
        if (whole.format() == Format.JPEG && pixels(whole) <= MOST_PIXELS) {
            Optional<JpegHeader> usual = JpegHeader.read(whole.essentials())
                    .filter(header -> whole.yCbCr() || header.components().length == 1);
            if (usual.isPresent()) {
                return decode(usual.get(), whole);
            }
        }
        int reduction = reduction(whole);
        return read(whole, reduction).upright(reduction, whole);
    }

    /** Most photos are baseline JPEG, which we read ourselves: in a third of the time, and no larger than is of use. */
    private static Picture decode(JpegHeader header, PictureFile file) throws UnusablePicture {
        try {
            JpegCoefficients coefficients = JpegCoefficients.read(header, file);
            return pixels(file) >= 4 * LEAST_PIXELS_HALVED ? coefficients.halved() : coefficients.whole();
        } catch (RuntimeException | OutOfMemoryError fault) {
            throw PictureFile.damaged();
        }
    }

    private static int reduction(PictureFile file) {
        return (int) Math.ceil(Math.sqrt((double) pixels(file) / MOST_PIXELS));
    }

    private static long pixels(PictureFile file) {
        return (long) file.width() * file.height();
    }

    private Pixels read(PictureFile file, int reduction) throws UnusablePicture {
        AtomicBoolean damaged = new AtomicBoolean();
        try (ByteArrayImageInputStream stream = new ByteArrayImageInputStream(file.essentials())) {
            ImageReader reader = provider(file.format()).createReaderInstance();
            try {
                reader.setInput(stream, true, true);
                // A JPEG reader fills what is missing with grey and merely warns.
                reader.addIIOReadWarningListener((source, warning) -> damaged.compareAndSet(false, isDamage(warning)));
                ImageReadParam reduced = reader.getDefaultReadParam();
                reduced.setSourceSubsampling(reduction, reduction, 0, 0);
                Pixels pixels = file.yCbCr()
                        ? Pixels.ofYCbCr(reader.readRaster(0, reduced))
                        : Pixels.of(reader.read(0, reduced));
                if (damaged.get()) {
                    throw PictureFile.damaged();
                }
                return pixels;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError fault) {
            // The structure was sound and the size within limits, so whatever a reader stumbles over is damage in the
            // data.
            throw PictureFile.damaged();
        }
    }

    /** Harmless oddities (padding before a marker, an unusual version, no profile for the inks) also come as warnings. */
    private static boolean isDamage(String warning) {
        return !warning.contains("extraneous bytes") && !warning.contains("JFIF") && !warning.contains("ICC");
    }

    private ImageReaderSpi provider(Format format) {
        return switch (format) {
            case JPEG -> jpeg;
            case PNG -> png;
            case WEBP -> webp;
        };
    }

    /** From the registry when it is there; registered otherwise, because this JPEG reader finds the JDK's through the registry. */
    private static ImageReaderSpi provider(Class<? extends ImageReaderSpi> type, Supplier<ImageReaderSpi> fresh) {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        synchronized (PictureDecoder.class) {
            if (registry.getServiceProviderByClass(type) == null) {
                registry.registerServiceProvider(fresh.get());
            }
            return registry.getServiceProviderByClass(type);
        }
    }

    private static ImageReaderSpi jdkPng() {
        var providers = IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
        while (providers.hasNext()) {
            ImageReaderSpi provider = providers.next();
            if (provider.getClass().getName().equals("com.sun.imageio.plugins.png.PNGImageReaderSpi")) {
                return provider;
            }
        }
        throw new IllegalStateException("this Java runtime has no PNG reader (module java.desktop)");
    }
}
