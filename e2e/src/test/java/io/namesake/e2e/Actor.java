package io.namesake.e2e;

import io.namesake.face.challenge.Movement;
import io.namesake.face.puppet.Puppet;
import io.namesake.face.puppet.PuppetShow;
import io.namesake.face.puppet.PuppetShow.Performer;
import io.namesake.face.puppet.Puppets;
import io.namesake.face.puppet.Surface;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody before the camera who does what the page asks: a photo laid upon the shape of a head, which turns, nods and blinks. The
 * order of the movements is the server's secret until the page asks for them, so no film made beforehand will do; the actor reads the
 * page and reacts half a second later.
 *
 * <p>It takes the camera's place in the page, as an attacker with a program of their own could: what the challenge cannot notice.
 */
final class Actor {
    private static final int SEED = 22;
    /** How far a head turns and nods. */
    private static final double DEGREES = 26;

    /** How far a movement has got, frame by frame, until it is shown fully. */
    private static final double[] RISE = {0.3, 0.65, 1, 1, 1};

    private static final String CAMERA = """
            (() => {
              const films = FILMS;
              const reaction = 500, step = 130, held = 1900;
              const load = picture =>
                createImageBitmap(new Blob([Uint8Array.from(atob(picture), c => c.charCodeAt(0))], {type: 'image/jpeg'}));
              navigator.mediaDevices.getUserMedia = async () => {
                const shown = {};
                for (const [prompt, film] of Object.entries(films)) shown[prompt] = await Promise.all(film.map(load));
                const canvas = document.createElement('canvas');
                canvas.width = 640;
                canvas.height = 480;
                const pen = canvas.getContext('2d');
                const stream = canvas.captureStream();
                let prompt = 'LOOK_STRAIGHT', since = performance.now(), frame = 0;
                const draw = () => {
                  const asked = document.querySelector('[data-testid=movement]')?.dataset.prompt ?? 'LOOK_STRAIGHT';
                  if (asked !== prompt) {
                    prompt = asked;
                    since = performance.now();
                  }
                  const moving = performance.now() - since - reaction;
                  const still = prompt === 'LOOK_STRAIGHT' || moving < 0 || moving > held;
                  const film = shown[still ? 'LOOK_STRAIGHT' : prompt];
                  frame++;
                  // Up to the end of the film, then on with the last frames of it, which differ by their grain.
                  const place = Math.floor(moving / step);
                  const picture = film[still ? frame % film.length : place < film.length ? place : film.length - 1 - frame % 3];
                  // Nobody holds quite still, no light quite steady, and no two pictures of a sensor are the same.
                  const now = performance.now();
                  pen.drawImage(picture, 1.5 * Math.sin(now / 310), 1.5 * Math.cos(now / 430));
                  pen.fillStyle = `rgba(255, 255, 255, ${Math.random() * 0.02})`;
                  pen.fillRect(0, 0, 640, 480);
                  for (let i = 0; i < 40; i++) {
                    pen.fillStyle = i % 2 ? '#0003' : '#fff3';
                    pen.fillRect(Math.random() * 640, Math.random() * 480, 2, 2);
                  }
                };
                const clock = setInterval(draw, 90);
                stream.getVideoTracks()[0].addEventListener('ended', () => clearInterval(clock));
                draw();
                return stream;
              };
            })();""";

    private Actor() {}

    /** A script that puts the person of this photo before the camera of a page. */
    static String script(BufferedImage photo) {
        try (Puppets puppets = new Puppets()) {
            Puppet puppet = puppets.ofFramed(CameraFilm.frame(photo, 0, 0))
                    .orElseThrow(() -> new IllegalStateException("The photo shows no face"));
            Performer head = PuppetShow.tilted(puppet, Surface.HEAD, DEGREES);
            PuppetShow show = new PuppetShow(SEED);
            Map<String, List<String>> films = new LinkedHashMap<>();
            films.put("LOOK_STRAIGHT", film(show, head, Movement.TURN_LEFT, new double[] {0, 0.02, 0, 0.03}));
            for (Movement movement : Movement.values()) {
                films.put(movement.name(), film(show, head, movement, RISE));
            }
            return CAMERA.replace("FILMS", JsonMapper.shared().writeValueAsString(films));
        }
    }

    private static List<String> film(PuppetShow show, Performer head, Movement movement, double[] course) {
        List<String> frames = new ArrayList<>();
        for (double share : course) {
            frames.add(Base64.getEncoder().encodeToString(PuppetShow.jpeg(show.noisy(head.at(movement, share)))));
        }
        return frames;
    }
}
