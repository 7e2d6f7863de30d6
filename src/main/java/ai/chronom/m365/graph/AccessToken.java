package ai.chronom.m365.graph;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A bearer token of one tenant. It tells itself to nobody but the Authorization header.
 *
 * @param roles what the token says is consented; empty optional when it cannot be read
 */
record AccessToken(String value, Optional<Set<String>> roles, Instant expiresAt) {
  @Override
  public String toString() {
    return "AccessToken[***]";
  }
}
