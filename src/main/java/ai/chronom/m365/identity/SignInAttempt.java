package ai.chronom.m365.identity;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody who was sent to the identity provider and has not come back yet; kept in their session,
 * for one answer.
 *
 * @param state 256 random bits that the answer must repeat
 * @param nonce 256 random bits that the ID token must repeat
 * @param verifier 256 random bits of which the provider saw only the hash
 * @param from the page that they wanted
 * @param back where the answer goes, as registered with the provider
 */
public record SignInAttempt(
    String state, String nonce, String verifier, String from, String back, Instant begunAt)
    implements Serializable {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  public static SignInAttempt begin(String from, String back, Instant now) {
    return new SignInAttempt(
        new State().getValue(),
        new Nonce().getValue(),
        new CodeVerifier().getValue(),
        from,
        back,
        now);
  }

  public boolean isFresh(Instant now) {
    return now.isBefore(begunAt.plus(LONGEST));
  }

  /** Whoever has these could answer in the provider's place. */
  @Override
  public String toString() {
    return "SignInAttempt[" + begunAt + "]";
  }
}
