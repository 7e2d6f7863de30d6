package ai.chronom.broken.onboarding;

import jakarta.ws.rs.GET;
import java.time.Instant;

/** Breaks two rules on purpose: nobody says who may call it, and time comes from nowhere. */
class OpenResource {
  @GET
  String now() {
    return Instant.now().toString();
  }
}
