package ai.chronom.m365.platform;

import jakarta.security.enterprise.credential.Credential;

/** An API token that a program shows. */
final class TokenCredential implements Credential {
  private final String token;

  TokenCredential(String token) {
    this.token = token;
  }

  String token() {
    return token;
  }
}
