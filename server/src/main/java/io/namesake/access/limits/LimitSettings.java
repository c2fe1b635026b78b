package io.namesake.access.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often each caller may call, written as {@code 600/1m}.
 *
 * @param program an operator's API key, or one API client
 * @param staff one member of an operator's staff
 * @param person one holder
 * @param applicant one capture session, which uploads pictures and asks for its state
 * @param door one address, at everything that is open to anyone and holds something: links with a secret, passkeys, wallets
 * @param verification one address, beginning verifications without anybody's link
 * @param token one address, asking for access tokens
 * @param unknown one address, with keys and tokens that nobody has
 */
@ConfigurationProperties("namesake.limits")
record LimitSettings(
        @DefaultValue("6000/1m") Limit program,
        @DefaultValue("600/1m") Limit staff,
        @DefaultValue("240/1m") Limit person,
        @DefaultValue("600/1m") Limit applicant,
        @DefaultValue("300/1m") Limit door,
        @DefaultValue("30/1m") Limit verification,
        @DefaultValue("60/1m") Limit token,
        @DefaultValue("120/1m") Limit unknown) {}
