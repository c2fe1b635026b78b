package io.namesake.language;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** A language that everything is written in. */
public enum Language {
    ENGLISH("en"),
    CHINESE("zh-CN");

    private static final ResourceBundle.Control AS_ASKED =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag, as in the API: {@code en} or {@code zh-CN}. */
    @JsonValue
    public String tag() {
        return tag;
    }

    /** Exactly one of the tags. */
    @JsonCreator
    public static Language ofTag(String tag) {
        return find(tag).orElseThrow(() -> new IllegalArgumentException("The languages are en and zh-CN"));
    }

    /** The language with exactly this tag. */
    public static Optional<Language> find(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }

    /** The texts of a bundle in this language, never those of the machine's own. */
    public ResourceBundle texts(String baseName) {
        return ResourceBundle.getBundle(baseName, Locale.forLanguageTag(tag), AS_ASKED);
    }
}
