package ai.chronom.m365.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReachTest {
  private static final TenantId ONE = new TenantId(new UUID(1, 1));
  private static final TenantId OTHER = new TenantId(new UUID(1, 2));

  @Test
  void someSeeTheirsAlone() {
    Reach reach = Reach.only(Set.of(ONE));

    assertThat(reach.covers(ONE)).isTrue();
    assertThat(reach.covers(OTHER)).isFalse();
  }

  @Test
  void othersSeeAll() {
    assertThat(Reach.ALL.covers(OTHER)).isTrue();
  }

  @Test
  void whoseTenantsAreGoneSeesNothing() {
    assertThat(Reach.only(Set.of())).isEqualTo(Reach.NOTHING);
    assertThat(Reach.NOTHING.covers(ONE)).isFalse();
  }
}
