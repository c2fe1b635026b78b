package io.namesake.face.puppet;

import io.namesake.face.FaceBox;
import io.namesake.face.FaceOptions;
import io.namesake.face.Role;
import io.namesake.face.engine.FacePipeline;
import io.namesake.face.engine.FaceSelection;
import io.namesake.face.engine.LocatedFace;
import io.namesake.face.engine.Stopwatch;
import io.namesake.face.engine.UnusablePicture;
import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Makes puppets of photos: finds the face and frames it as a camera at arm's length would. */
public final class Puppets implements AutoCloseable {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 640;
    private static final double EYES = 90;

    private final FacePipeline pipeline = new FacePipeline(
            FaceOptions.builder().minEyeDistance(Role.SELFIE, 20).build());

    /** Empty when no face is found in the photo. */
    public Optional<Puppet> of(byte[] photo) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo));
            return ofFramed(Puppet.framed(image, landmarks(locate(photo)), EYES, WIDTH, HEIGHT));
        } catch (UnusablePicture noFace) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Of a picture that is framed already. Empty when no face is found in it. */
    public Optional<Puppet> ofFramed(BufferedImage framed) {
        try {
            LocatedFace face = locate(PuppetShow.jpeg(framed));
            return Optional.of(new Puppet(framed, landmarks(face), box(face, framed)));
        } catch (UnusablePicture noFace) {
            return Optional.empty();
        }
    }

    private LocatedFace locate(byte[] photo) throws UnusablePicture {
        return pipeline.locate(photo, Role.SELFIE, FaceSelection.NEAREST_CENTRE, new Stopwatch());
    }

    private static Landmarks landmarks(LocatedFace face) {
        int reduction = face.picture().reduction();
        return new Landmarks(face.landmarks().points().stream()
                .map(point -> new Point(point.x() * reduction, point.y() * reduction))
                .toList());
    }

    private static Rectangle2D box(LocatedFace face, BufferedImage picture) {
        FaceBox box = face.report().box();
        int width = picture.getWidth();
        int height = picture.getHeight();
        return new Rectangle2D.Double(box.x() * width, box.y() * height, box.width() * width, box.height() * height);
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
