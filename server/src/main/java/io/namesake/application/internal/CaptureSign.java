package io.namesake.application.internal;

/** What can speak for frames that did not come from a camera just now. A closed list, kept with the evidence and in the log. */
enum CaptureSign {
    /** Times that run backwards, all at once, or longer than the server waited. */
    TIMING_IMPOSSIBLE(true),
    /** The very same bytes again, not only because a camera stalled. */
    FRAMES_IDENTICAL(true),
    /** Two movements or more were there sooner after their prompts than a person can react. */
    REACTION_IMPOSSIBLE(true),
    /** One movement was. */
    REACTION_FAST(false),
    /** The camera has the name of a program. Many honest people use one, so this alone is only recorded. */
    CAMERA_VIRTUAL(false),
    /** The browser did not say which camera it was. */
    CAMERA_UNNAMED(false);

    private final boolean doubt;

    CaptureSign(boolean doubt) {
        this.doubt = doubt;
    }

    /** Whether a person should look because of it. */
    boolean isDoubt() {
        return doubt;
    }
}
