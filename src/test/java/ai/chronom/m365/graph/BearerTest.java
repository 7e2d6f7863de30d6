package ai.chronom.m365.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTest {
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");
  private final AtomicInteger issued = new AtomicInteger();
  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  private Bearer bearer(Duration life) {
    return new Bearer(
        () ->
            new Entra.Exchange(
                new TokenAnswer.Issued(Set.of()),
                new AccessToken(
                    "token " + issued.incrementAndGet(), Optional.of(Set.of()), now.plus(life))),
        clock);
  }

  @Test
  void renewsTwoMinutesBeforeTheEnd() {
    Bearer bearer = bearer(Duration.ofHours(1));
    now = now.plus(Duration.ofMinutes(57));
    assertThat(bearer.current().value()).isEqualTo("token 1");
    now = now.plus(Duration.ofMinutes(2));
    assertThat(bearer.current().value()).isEqualTo("token 2");
  }

  /** T-83: a wrong clock or a strange life must not make every request ask for a token. */
  @ParameterizedTest
  @ValueSource(longs = {0, -600, -3_600, 1, Integer.MAX_VALUE})
  void asksForAtMostOneTokenAMinute(long lifeSeconds) {
    Bearer bearer = bearer(Duration.ofSeconds(lifeSeconds));
    for (int second = 0; second < 600; second++) {
      bearer.current();
      now = now.plusSeconds(1);
    }
    assertThat(issued.get()).isLessThanOrEqualTo(10);
  }

  @Test
  void asksAtOnceWhenGraphRejectsTheToken() {
    Bearer bearer = bearer(Duration.ofHours(1));
    bearer.renew();
    bearer.renew();
    assertThat(issued).hasValue(3);
  }
}
