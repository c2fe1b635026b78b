package io.namesake.privacy;

import io.namesake.language.Language;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What an applicant reads before agreeing to the face comparison.
 *
 * @param version derived from the words in all languages: other words, another version
 * @param locale the language it is written in
 * @param title one line
 * @param paragraphs plain text, no markup
 * @param purposes everything that the pictures are used for; there is no other use
 * @param alternative the way without a face scan
 */
public record ConsentText(
        @Schema(example = "1-0f3a9c52") String version,
        Language locale,
        String title,
        List<String> paragraphs,
        List<String> purposes,
        String alternative) {}
