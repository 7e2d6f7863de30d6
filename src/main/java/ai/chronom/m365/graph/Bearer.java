package ai.chronom.m365.graph;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** The token of one connection, renewed shortly before it ends or when Graph rejects it. */
final class Bearer {
  private static final Duration MARGIN = Duration.ofMinutes(2);

  private final Supplier<Entra.Exchange> tokens;
  private final Clock clock;
  private AccessToken current;

  /** Asks for the first token. Throws {@link GraphRefused}. */
  Bearer(Supplier<Entra.Exchange> tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
    this.current = fresh();
  }

  AccessToken current() {
    if (clock.instant().isAfter(current.expiresAt().minus(MARGIN))) {
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
