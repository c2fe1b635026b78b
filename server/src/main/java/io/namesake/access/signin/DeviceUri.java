package io.namesake.access.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** {@code otpauth://totp/}, as authenticator apps read it; what it leaves out are the defaults of RFC 6238. */
final class DeviceUri {
    private DeviceUri() {}

    /** @param secret in base 32 */
    static String of(SignInNumber number, String secret) {
        return "otpauth://totp/Namesake:" + URLEncoder.encode(number.shown(), StandardCharsets.UTF_8) + "?secret="
                + secret + "&issuer=Namesake";
    }
}
