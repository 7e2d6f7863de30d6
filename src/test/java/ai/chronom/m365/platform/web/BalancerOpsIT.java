package ai.chronom.m365.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.Balancer;
import ai.chronom.m365.running.Nodes;
import ai.chronom.m365.running.RunningServer;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two nodes behind the balancer of {@code server-config/examples}; one of them is lost. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BalancerOpsIT {
  private static Nodes nodes;
  private static Balancer balancer;
  private static LoginForm person;

  @BeforeAll
  static void start() {
    nodes = Nodes.start(2, Map.of());
    balancer = Balancer.before(nodes.all());
    person = new LoginForm(balancer::url);
  }

  @AfterAll
  static void stop() {
    balancer.close();
    nodes.close();
  }

  @Test
  @Order(1)
  void keepsAPersonAtOneNode() {
    assertThat(signIn()).isEqualTo(302);
    for (int request = 0; request < 20; request++) {
      assertThat(person.get("/integrations").statusCode()).isEqualTo(200);
    }
  }

  @Test
  @Order(2)
  void givesOthersTheOtherNode() {
    String first = person.cookie("NODE");
    LoginForm other = new LoginForm(balancer::url);
    other.get("/login.xhtml");

    assertThat(other.cookie("NODE")).isNotEqualTo(first);
  }

  @Test
  @Order(3)
  void losesASessionOfAKilledNodeAndNothingElse() {
    String first = person.cookie("NODE");
    RunningServer lost = nodes.all().get(Integer.parseInt(first.replaceAll("\\D", "")) - 1);
    lost.kill();

    HttpResponse<String> answer = person.get("/integrations");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/login.xhtml");
    assertThat(signIn()).isEqualTo(302);
    assertThat(person.get("/integrations").statusCode()).isEqualTo(200);
    assertThat(person.cookie("NODE")).isNotEqualTo(first);
  }

  @Test
  @Order(4)
  void showsNobodyOutsideHealthAndMetrics() {
    assertThat(person.get("/health").statusCode()).isEqualTo(404);
    assertThat(person.get("/metrics").statusCode()).isEqualTo(404);
  }

  private static int signIn() {
    return person.signIn("/login.xhtml", "admin", nodes.one().adminPassword()).statusCode();
  }
}
