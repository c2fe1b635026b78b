package io.namesake.document.print.page;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import io.namesake.document.DocumentUnreadable;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Bytes to an upright page of bounded size: JPEG, PNG or WebP of at most {@value #MOST_BYTES} bytes and {@value #MOST_PIXELS} pixels, which is
 * checked in the header. More than {@value #ENOUGH_PIXELS} pixels are read reduced.
 */
public final class PageDecoder {
    /** The largest file, bytes. */
    public static final int MOST_BYTES = 15 << 20;

    private static final long MOST_PIXELS = 50_000_000;
    private static final int MOST_SIDE = 12_000;
    private static final int LEAST_SIDE = 64;
    /** A phone's 12 megapixels are halved: the smallest letters of a page that fills the picture keep 20 pixels. */
    private static final int ENOUGH_PIXELS = 5_000_000;

    private PageDecoder() {}

    /** Whether a file begins like a picture that is read here. */
    public static boolean isPicture(byte[] file) {
        return PageHeader.format(file).isPresent();
    }

    /** @throws DocumentUnreadable whatever is wrong with the bytes */
    public static Page decode(byte[] file) throws DocumentUnreadable {
        if (file.length > MOST_BYTES) {
            throw new DocumentUnreadable("the picture has more than " + (MOST_BYTES >> 20) + " MiB");
        }
        PageHeader header = PageHeader.of(file);
        long width = header.width();
        long height = header.height();
        if (width < 1 || height < 1) {
            throw PageHeader.damaged();
        }
        if (width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_PIXELS) {
            throw new DocumentUnreadable("the picture has more than " + MOST_PIXELS / 1_000_000 + " megapixels");
        }
        if (Math.min(width, height) < LEAST_SIDE) {
            throw new DocumentUnreadable("the picture is smaller than " + LEAST_SIDE + " pixels");
        }
        return read(header);
    }

    private static Page read(PageHeader header) throws DocumentUnreadable {
        int reduction = (int) Math.ceil(Math.sqrt((double) header.width() * header.height() / ENOUGH_PIXELS));
        return read(
                header,
                param -> param.setSourceSubsampling(reduction, reduction, 0, 0),
                stored -> upright(stored, header.orientation()));
    }

    /** Part of a picture as it is stored, neither turned nor reduced. @param part within the picture */
    static Page stored(PageHeader header, Rectangle part) throws DocumentUnreadable {
        return read(header, param -> param.setSourceRegion(part), Page::of);
    }

    private static Page read(PageHeader header, Consumer<ImageReadParam> wanted, Function<BufferedImage, Page> of)
            throws DocumentUnreadable {
        try (ByteArrayImageInputStream stream = new ByteArrayImageInputStream(header.essentials())) {
            ImageReader reader = provider(header.format()).createReaderInstance();
            try {
                reader.setInput(stream, true, true);
                // The decoder may see another size than we did; what it sees is what it will take memory for.
                if ((long) reader.getWidth(0) * reader.getHeight(0) > (long) header.width() * header.height()) {
                    throw PageHeader.damaged();
                }
                ImageReadParam param = reader.getDefaultReadParam();
                wanted.accept(param);
                return of.apply(reader.read(0, param));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError fault) {
            // The size was within limits, so whatever a reader stumbles over is damage in the data.
            throw PageHeader.damaged();
        }
    }

    private static Page upright(BufferedImage stored, int orientation) {
        if (orientation == 1) {
            return Page.of(stored);
        }
        boolean swap = Exif.swapsSides(orientation);
        int width = swap ? stored.getHeight() : stored.getWidth();
        int height = swap ? stored.getWidth() : stored.getHeight();
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = turned.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.drawImage(stored, Exif.upright(orientation, stored.getWidth(), stored.getHeight()), null);
        graphics.dispose();
        return Page.of(turned);
    }

    /** Named readers, so that what else is on the class path cannot take their place. */
    private static ImageReaderSpi provider(PageHeader.Format format) {
        return switch (format) {
            case JPEG -> registered(JPEGImageReaderSpi.class, JPEGImageReaderSpi::new);
            case WEBP -> registered(WebPImageReaderSpi.class, WebPImageReaderSpi::new);
            case PNG -> jdkPng();
        };
    }

    /** From the registry when it is there; registered otherwise, because this JPEG reader finds the JDK's through the registry. */
    private static ImageReaderSpi registered(Class<? extends ImageReaderSpi> type, Supplier<ImageReaderSpi> fresh) {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        synchronized (PageDecoder.class) {
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
