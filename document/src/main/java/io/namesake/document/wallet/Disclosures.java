package io.namesake.document.wallet;

import com.authlete.sd.Disclosure;
import io.namesake.document.DocumentUnreadable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of RFC 9901, 7.1 that the library leaves to its caller: each digest stands in one place only (else a few disclosures that name each other twice
 * would grow beyond all bounds), each disclosure is one whose digest was signed, and none says anew what stands there already or what only the issuer says in
 * the open.
 */
final class Disclosures {
    /** Never to be disclosed selectively (draft-ietf-oauth-sd-jwt-vc, 3.2.2.2). */
    private static final Set<String> OPEN = Set.of("iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "status");

    private static final String DIGESTS = "_sd";
    private static final String ELEMENT = "...";
    private static final int DEEPEST = 24;

    private final Map<String, List<Object>> byDigest = new HashMap<>();
    private final Set<String> named = new HashSet<>();

    private Disclosures() {}

    static void check(Map<String, Object> payload, List<Disclosure> disclosures, String hash)
            throws DocumentUnreadable {
        Disclosures rules = new Disclosures();
        for (Disclosure disclosure : disclosures) {
            List<Object> parts = Json.list(PresentedSdJwt.json(disclosure), "a disclosure");
            if (rules.byDigest.put(disclosure.digest(hash), parts) != null) {
                throw new DocumentUnreadable("a disclosure is there twice");
            }
        }
        rules.object(payload, 0);
        if (!rules.named.containsAll(rules.byDigest.keySet())) {
            throw new DocumentUnreadable("a disclosure is none that the issuer signed");
        }
    }

    private void object(Map<?, ?> object, int depth) throws DocumentUnreadable {
        if (depth > DEEPEST) {
            throw new DocumentUnreadable("the credential is too deep");
        }
        Set<Object> names = new HashSet<>(object.keySet());
        if (object.get(DIGESTS) instanceof List<?> digests) {
            for (Object digest : digests) {
                List<Object> parts = named(digest);
                if (parts.isEmpty()) {
                    continue;
                }
                if (parts.size() != 3 || !(parts.get(1) instanceof String name)) {
                    throw new DocumentUnreadable("a disclosure does not fit its place");
                }
                if (!names.add(name) || depth == 0 && OPEN.contains(name)) {
                    throw new DocumentUnreadable("a disclosure says what is not its to say");
                }
                value(parts.get(2), depth + 1);
            }
        } else if (object.containsKey(DIGESTS)) {
            throw new DocumentUnreadable("the digests of the credential are no list");
        }
        for (Map.Entry<?, ?> member : object.entrySet()) {
            if (!DIGESTS.equals(member.getKey())) {
                value(member.getValue(), depth + 1);
            }
        }
    }

    private void value(Object value, int depth) throws DocumentUnreadable {
        if (value instanceof Map<?, ?> object) {
            object(object, depth);
        } else if (value instanceof List<?> list) {
            if (depth > DEEPEST) {
                throw new DocumentUnreadable("the credential is too deep");
            }
            for (Object element : list) {
                if (element instanceof Map<?, ?> placed && placed.containsKey(ELEMENT)) {
                    List<Object> parts = named(placed.get(ELEMENT));
                    if (parts.size() == 3 || placed.size() != 1) {
                        throw new DocumentUnreadable("a disclosure does not fit its place");
                    }
                    if (!parts.isEmpty()) {
                        value(parts.get(1), depth + 1);
                    }
                } else {
                    value(element, depth + 1);
                }
            }
        }
    }

    /** The disclosure of a digest; empty when it was not shown. */
    private List<Object> named(Object digest) throws DocumentUnreadable {
        if (!(digest instanceof String text) || !named.add(text)) {
            throw new DocumentUnreadable("a digest stands in the credential twice or is none");
        }
        return byDigest.getOrDefault(text, List.of());
    }
}
