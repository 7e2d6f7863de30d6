package ai.chronom.m365.graph;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The token of one connection, renewed shortly before it ends or when Graph rejects it. */
final class Bearer {
  private static final Duration MARGIN = Duration.ofMinutes(2);
  private static final Duration SHORTEST_LIFE = Duration.ofMinutes(1);

  private final Supplier<Entra.Exchange> tokens;
  private final Clock clock;
  private AccessToken current;
  private Instant renewedAt;

  /** Asks for the first token. Throws {@link GraphRefused}. */
  Bearer(Supplier<Entra.Exchange> tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
    this.current = fresh();
    this.renewedAt = clock.instant();
  }

  AccessToken current() {
    Instant now = clock.instant();
    boolean ending = now.isAfter(current.expiresAt().minus(MARGIN));
    // A clock that is wrong, here or there, must not make every request ask for a token: whether
    // this one still works, Graph tells.
    boolean renewedLately = Duration.between(renewedAt, now).abs().compareTo(SHORTEST_LIFE) < 0;
    if (ending && !renewedLately) {
      renew();
    }
    return current;
  }

  /** What the token says, without asking for a new one. */
  AccessToken held() {
    return current;
  }

  /** Throws {@link GraphRefused}. */
  void renew() {
    current = fresh();
    renewedAt = clock.instant();
  }

  private AccessToken fresh() {
    Entra.Exchange exchange = tokens.get();
    if (exchange.token() != null) {
      return exchange.token();
    }
    if (exchange.answer() instanceof TokenAnswer.Refused refused) {
      throw GraphRefused.byEntra(refused.error());
    }
    String reason =
        exchange.answer() instanceof TokenAnswer.Unreachable unreachable
            ? unreachable.reason()
            : "Entra issued no token.";
    throw new GraphRefused(RefusalKind.UNAVAILABLE, 0, null, reason, null);
  }
}
