package io.namesake.reading;

/** Reads documents. It computes, so it belongs on a thread that may: tens of milliseconds for a chip. */
public interface DocumentReadings {

    /**
     * Reads a chip's files.
     *
     * @param file a zip of them, or JSON of base64 by name, as a reader app on a phone sends them
     * @throws io.namesake.problem.Problem {@code document-unreadable}, saying why, when it is none or lacks who it is about or the portrait
     */
    ReadDocument chip(byte[] file);
}
