package io.namesake.application;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How a picture of an application is given to whoever may see it: never to be stored. */
public final class ShownPicture {
    private ShownPicture() {}

    /** @param picture a file of one of the three formats that are taken */
    public static ResponseEntity<byte[]> answer(byte[] picture) {
        return ResponseEntity.ok()
                .contentType(typeOf(picture))
                .cacheControl(CacheControl.noStore())
                .body(picture);
    }

    /** By the first bytes. */
    private static MediaType typeOf(byte[] picture) {
        if (picture.length > 2 && (picture[0] & 0xFF) == 0xFF && (picture[1] & 0xFF) == 0xD8) {
            return MediaType.IMAGE_JPEG;
        }
        return picture.length > 2 && picture[1] == 'P' && picture[2] == 'N'
                ? MediaType.IMAGE_PNG
                : MediaType.valueOf("image/webp");
    }
}
